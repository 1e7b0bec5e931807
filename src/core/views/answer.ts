/** What commands answer. */
import type { CheckView } from "./check.ts";
import type { DiffView } from "./diff.ts";
import type { DueView } from "./due.ts";
import type { GanttView } from "./gantt.ts";
import type { IndicatorsView } from "./indicators.ts";
import type { JournalCheckView } from "./journal-check.ts";
import type { LogView } from "./log.ts";
import type { StatusView } from "./status.ts";
import type { WriteView } from "./writes.ts";
import type { ListView } from "./list.ts";
import type { OverdueView } from "./overdue.ts";
import type { ShowView } from "./show.ts";

/** The answer of a command that only reads, documents aside. */
export type ReadView =
  | ListView
  | ShowView
  | StatusView
  | OverdueView
  | IndicatorsView
  | DueView
  | GanttView
  | LogView
  | DiffView
  | CheckView
  | JournalCheckView;

/** The answer of any command, documents aside. */
export type AnyView = ReadView | WriteView;
