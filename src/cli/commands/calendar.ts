/** `calendar`: due days for calendar programs. */
import { createHash } from "node:crypto";
import type { Plan } from "../../core/plan.ts";
import { viewCalendar } from "../../core/views/calendar.ts";
import { askedFormat } from "../asked-format.ts";
import { refuseIdleRole } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { inquire } from "./answer.ts";
import { writeDocument } from "./documents.ts";
import type { ReadOptions } from "../options.ts";

/** Writes the milestones' due days as an iCalendar file. */
export async function calendar(options: ReadOptions, io: Io): Promise<Outcome> {
  refuseIdleRole(options);
  askedFormat(options, ["ics"]);
  const { inquiry, loaded, today, around } = await inquire(options, io, null);
  const { renderCalendar } = await import("../../reporters/ics.ts");
  const { isForecast } = around;
  const uidOf = uidsOf(loaded.plan);
  const revisionOf = (id: string): number => inquiry.journal.allByRef.get(id)?.length ?? 0;
  return writeDocument({ options, loaded, around, io }, (catalogue) =>
    renderCalendar(viewCalendar(inquiry), { catalogue, isForecast, today, revisionOf, uidOf }),
  );
}

/**
 * Makes event UIDs: a hash of year, division ids and milestone id. These ids never change, unlike texts, and the
 * division ids tell apart the plans of two offices, whose milestones may have the same ids.
 */
function uidsOf({ year, divisions }: Plan): (id: string) => string {
  const plan = ["ipplan", year, ...divisions.map(({ id }) => id).toSorted()].join("\n");
  return (id) => createHash("sha256").update(`${plan}\n\n${id}`).digest("hex").slice(0, 32);
}
