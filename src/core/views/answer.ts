/** The views with which commands answer. */
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

/** The view of a command that only reads, except documents (`report`, `sheet`, `calendar`). */
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

/** The view of any command, with the same exceptions. */
export type AnyView = ReadView | WriteView;
