import type { Day } from "../core/calendar.ts";
import type { Plan } from "../core/plan.ts";
import { localTime } from "../core/zone.ts";
import type { Io } from "./io.ts";

/** The day that it is now where the plan's office is. */
export function todayOf({ timezone }: Pick<Plan, "timezone">, io: Pick<Io, "now">): Day {
  return localTime(io.now(), timezone).day;
}
