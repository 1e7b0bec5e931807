/** `calendar`: the due days of milestones. */
import { select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type ListedMilestone, earlierDue, listMilestones } from "./milestone.ts";

export interface CalendarView extends Envelope<"calendar"> {
  /** By `due`; in plan order on the same day. */
  readonly milestones: readonly ListedMilestone[];
}

/** The answer of `calendar`: the milestones that pass the filters. */
export function viewCalendar(inquiry: Inquiry): CalendarView {
  return {
    ...envelope("calendar", inquiry),
    milestones: listMilestones(inquiry, select(inquiry)).toSorted(earlierDue),
  };
}
