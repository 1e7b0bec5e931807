import { isWrite } from "../../core/views/envelope.ts";
import type { Look } from "../look.ts";
import type { AnyView } from "../../core/views/answer.ts";

/**
 * On screens narrower than this, tables that do not fit are stacked. As few are so narrow, stacked.ts is loaded only
 * for them.
 */
const USUAL_WIDTH = 80;

/** The view as text for a terminal or a pipe; empty if it has nothing to say. */
export async function renderScreen(view: AnyView, own: Look): Promise<string> {
  const look = own.width < USUAL_WIDTH ? { ...own, stack: (await import("../stacked.ts")).stacked } : own;
  const lines = (await linesOf(view, look)).map((line) => line.trimEnd());
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** The lines of a view. Each screen is in its own file, loaded when needed. */
async function linesOf(view: AnyView, look: Look): Promise<string[]> {
  if (isWrite(view)) return (await import("./writes.ts")).renderWrite(view, look);
  switch (view.kind) {
    case "ipplan/list":
      return (await import("./list.ts")).renderList(view, look);
    case "ipplan/show":
      return (await import("./show.ts")).renderShow(view, look);
    case "ipplan/status":
      if (view.groupBy === "role") return (await import("./status-division.ts")).renderDivisionStatus(view, look);
      return view.period === null
        ? (await import("./status.ts")).renderStatus(view, look)
        : (await import("./status-period.ts")).renderPeriodStatus(view, look);
    case "ipplan/overdue":
      return (await import("./overdue.ts")).renderOverdue(view, look);
    case "ipplan/due":
      return (await import("./due.ts")).renderDue(view, look);
    case "ipplan/gantt":
      return (await import("./gantt.ts")).renderGantt(view, look);
    case "ipplan/indicators":
      return (await import("./indicators.ts")).renderIndicators(view, look);
    case "ipplan/log":
      return (await import("./log.ts")).renderLog(view, look);
    case "ipplan/check":
      return (await import("./check.ts")).renderCheck(view, look);
    case "ipplan/diff":
      return (await import("./diff.ts")).renderDiff(view, look);
    case "ipplan/journal-verify":
      return (await import("./check.ts")).renderJournalCheck(view, look);
  }
}
