/** Puts milestones of a row that would overlap into lanes below each other. */
import { compareText } from "../../core/order.ts";
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { Scale } from "./scale.ts";

/** A milestone with its x coordinates and its lane, counted from 0. */
export interface Placed {
  readonly milestone: MilestoneView;
  readonly from: number;
  /** The end of the plan's window, which is the original due day. */
  readonly original: number;
  /** The due day. */
  readonly mark: number;
  readonly isMoved: boolean;
  readonly lane: number;
}

/** Least distance between marks, so that they do not touch. */
const MARK_GAP = 13;

/** Puts each milestone into the first free lane, in order of start and then due day; plan order decides ties. */
export function placeAll(milestones: readonly MilestoneView[], scale: Scale): Placed[] {
  const lanes: { end: number; mark: number }[] = [];
  const byStart = milestones.toSorted((a, b) => compareText(a.start, b.start) || compareText(a.due, b.due));
  return byStart.map((milestone) => {
    const { start, due, originalDue } = milestone;
    const [from, original, mark] = [scale.startOf(start), scale.endOf(originalDue), scale.endOf(due)];
    const isMoved = due !== originalDue;
    const end = Math.max(original, mark);
    const first = isMoved ? Math.min(original, mark) : mark;
    const free = lanes.findIndex((lane) => lane.end <= from + 0.01 && first - lane.mark >= MARK_GAP);
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = { end, mark: end };
    return { milestone, from, original, mark, isMoved, lane };
  });
}
