import type { Day } from "../core/calendar.ts";
import type { Plan } from "../core/plan.ts";
import { localTime } from "../core/zone.ts";
import type { Io } from "./io.ts";

/** Today in the plan's time zone. */
export function todayOf({ timezone }: Pick<Plan, "timezone">, io: Pick<Io, "now">): Day {
  return localTime(io.now(), timezone).day;
}
