import { type WriteView, isWrite } from "../../core/views/writes.ts";
import type { Look } from "../look.ts";
import type { ReadView } from "../sheets.ts";
import { renderCheck, renderJournalCheck } from "./check.ts";
import { renderDiff } from "./diff.ts";
import { renderDue } from "./due.ts";
import { renderGantt } from "./gantt.ts";
import { renderIndicators } from "./indicators.ts";
import { renderList } from "./list.ts";
import { renderLog } from "./log.ts";
import { renderOverdue } from "./overdue.ts";
import { renderShow } from "./show.ts";
import { renderStatus } from "./status.ts";
import { renderDivisionStatus } from "./status-division.ts";
import { renderPeriodStatus } from "./status-period.ts";
import { renderWrite } from "./writes.ts";

/** The view as text for a terminal or a pipe; nothing at all where a view has nothing to say. */
export function renderScreen(view: ReadView | WriteView, look: Look): string {
  const lines = linesOf(view, look).map((line) => line.trimEnd());
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function linesOf(view: ReadView | WriteView, look: Look): string[] {
  if (isWrite(view)) return renderWrite(view, look);
  switch (view.kind) {
    case "ipplan/list":
      return renderList(view, look);
    case "ipplan/show":
      return renderShow(view, look);
    case "ipplan/status":
      if (view.groupBy === "role") return renderDivisionStatus(view, look);
      return view.period === null ? renderStatus(view, look) : renderPeriodStatus(view, look);
    case "ipplan/overdue":
      return renderOverdue(view, look);
    case "ipplan/due":
      return renderDue(view, look);
    case "ipplan/gantt":
      return renderGantt(view, look);
    case "ipplan/indicators":
      return renderIndicators(view, look);
    case "ipplan/log":
      return renderLog(view, look);
    case "ipplan/check":
      return renderCheck(view, look);
    case "ipplan/diff":
      return renderDiff(view, look);
    case "ipplan/journal-verify":
      return renderJournalCheck(view, look);
  }
}
