import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import type { Filters } from "../../src/core/selection.ts";
import { type StatusView, viewStatus } from "../../src/core/views/status.ts";
import { inquiry, milestone, plan, task } from "./builders.ts";

const Q1 = "2017-01-01..2017-03-31";
const Q4 = "2017-10-01..2017-12-31";
const SMALL = plan([
  task("1", [milestone({ id: "1-1", window: Q1 }), milestone({ id: "1-2" })]),
  task("2", [milestone({ id: "2-1", window: Q4 }), milestone({ id: "2-2", window: Q1 })], { divisions: ["b", "a"] }),
]);

/** The status of a small plan: 1-1 and 2-2 due in the first quarter, 1-2 in the second, 2-1 in the last. */
export function status(
  asOf: string,
  filters: Partial<Filters> = {},
  records: readonly JournalRecord[] = [],
  of = SMALL,
): StatusView {
  return viewStatus(inquiry(of, asOf, { journal: foldJournal(records), ...filters }));
}
