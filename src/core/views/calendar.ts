/** `calendar`: the due days of milestones. */
import { select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type ListedMilestone, earlierDue, listMilestones } from "./milestone.ts";

export interface CalendarView extends Envelope<"calendar"> {
  /** By the day to chase by, plan order among equals. */
  readonly milestones: readonly ListedMilestone[];
}

/** The milestones that pass the filters, as `list` has them. */
export function viewCalendar(inquiry: Inquiry): CalendarView {
  return {
    ...envelope("calendar", inquiry),
    milestones: listMilestones(inquiry, select(inquiry)).toSorted(earlierDue),
  };
}
