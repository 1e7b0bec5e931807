/**
 * The numbers of the whole plan that a write may change: how many are done, accepted, overdue, and due in a quarter.
 */
import { type Day, type Period, type Quarter, numberOfDay, overlaps, periodOfQuarter } from "../calendar.ts";
import { isDue, isMovedOut } from "../counts.ts";
import { type Milestone, eachTask, milestoneAt, isPlanned } from "../plan.ts";
import { type Standing, standingOf } from "../standing.ts";
import {
  type Glance,
  type MilestoneColumns,
  NOT_IN_COLUMNS,
  fillGlance,
  isOnOrBefore,
  newGlance,
} from "../milestone-columns.ts";
import type { Inquiry } from "./envelope.ts";
import { Listing } from "./listing.ts";

/** A quarter in which milestones of the write are due, before and after the write. */
export interface QuarterEffectView {
  readonly quarter: Quarter;
  readonly dueBefore: number;
  readonly due: number;
  readonly doneBefore: number;
  readonly done: number;
  /** Ids that an extension moved out of the quarter. */
  readonly movedOut: readonly string[];
}

/** The numbers without (`was`) and with (`is`) the new records. */
export interface Compared {
  readonly was: Readonly<Record<"accepted" | "overdue", number>>;
  readonly is: Readonly<Record<"accepted" | "waiting", number>> & {
    /** Ids, most days overdue first. */
    readonly overdue: Listing<string>;
  };
  readonly quarterEffects: readonly QuarterEffectView[];
}

/**
 * Compares the numbers of the plan. Only milestones that the new records are about (`refs`) can have changed, unless a
 * record names one about something else in `of`.
 */
export function compareFigures(
  before: Inquiry,
  after: Inquiry,
  refs: ReadonlySet<string>,
  quarters: readonly Quarter[],
): Compared {
  const comparison = new Comparison(before, after, refs, quarters);
  const columns = after.journal.columnsOf?.(after.plan);
  if (columns !== undefined) return comparison.ofColumns(columns);
  return comparison.ofMilestones([...plannedIn(after)]);
}

/** A quarter's numbers while they are counted. `first` and `last` are day numbers. */
interface QuarterCounts {
  readonly quarter: Quarter;
  readonly period: Period;
  readonly first: number;
  readonly last: number;
  dueBefore: number;
  due: number;
  doneBefore: number;
  done: number;
  readonly movedOut: string[];
}

class Comparison {
  private readonly before: Inquiry;
  private readonly after: Inquiry;
  private readonly refs: ReadonlySet<string>;
  private readonly staysWithinRefs: boolean;
  private readonly day: number;
  private readonly quarters: readonly QuarterCounts[];
  private readonly was = { accepted: 0, overdue: 0 };
  private readonly is = { accepted: 0, waiting: 0 };
  /** Due days and places of overdue milestones. Ids are seldom shown. */
  private readonly dues: number[] = [];
  private readonly places: number[] = [];

  constructor(before: Inquiry, after: Inquiry, refs: ReadonlySet<string>, quarters: readonly Quarter[]) {
    this.before = before;
    this.after = after;
    this.refs = refs;
    this.staysWithinRefs = after.journal.links.staysWithinRefs;
    this.day = numberOfDay(after.asOf);
    this.quarters = quarters.map((quarter) => {
      const period = periodOfQuarter(after.plan.year, quarter);
      const [first, last] = [numberOfDay(period.start), numberOfDay(period.end)];
      return { quarter, period, first, last, dueBefore: 0, due: 0, doneBefore: 0, done: 0, movedOut: [] };
    });
  }

  ofMilestones(milestones: readonly Milestone[]): Compared {
    milestones.forEach((milestone, place) => {
      this.addStanding(milestone, place);
    });
    const ids = milestones.map(({ id }) => id);
    return this.result((place) => String(ids[place]));
  }

  /** Counts all milestones, most of them from columns; those are the same before and after. */
  ofColumns(columns: MilestoneColumns): Compared {
    const { added, ends, completed, idAt } = columns;
    const glance = newGlance();
    let place = 0;
    // One closure for all milestones, since there are many.
    const addToQuarter = (counts: QuarterCounts): void => addGlanceTo(counts, glance, idAt, place);
    for (; place < ends.length; place += 1) {
      if (Number(added[place]) > this.day) continue;
      if (completed[place] === NOT_IN_COLUMNS) this.addStanding(milestoneAt(columns, place), place);
      else {
        fillGlance(columns, place, this.day, glance);
        this.addGlance(columns, place, glance);
        this.quarters.forEach(addToQuarter);
      }
    }
    return this.result(idAt);
  }

  private addStanding(milestone: Milestone, place: number): void {
    const now = standingOf(milestone, this.after);
    const isTouched = !this.staysWithinRefs || this.refs.has(milestone.id);
    this.add(isTouched ? standingOf(milestone, this.before) : now, now, place);
  }

  private result(idAt: (place: number) => string): Compared {
    const { dues, places } = this;
    const sorted = (): string[] => {
      const byDue = places.map((place, index) => ({ place, due: Number(dues[index]) }));
      return byDue.toSorted((a, b) => a.due - b.due).map(({ place }) => idAt(place));
    };
    return {
      was: this.was,
      is: {
        ...this.is,
        overdue: new Listing(
          sorted,
          dues.map((_, index) => index),
        ),
      },
      quarterEffects: this.quarters.map(({ quarter, dueBefore, due, doneBefore, done, movedOut }) => ({
        quarter,
        dueBefore,
        due,
        doneBefore,
        done,
        movedOut,
      })),
    };
  }

  private addGlance({ accepted }: MilestoneColumns, place: number, { state, due }: Glance): void {
    if (state === "done") {
      const isAccepted = isOnOrBefore(Number(accepted[place]), this.day);
      if (isAccepted) this.was.accepted += 1;
      this.is[isAccepted ? "accepted" : "waiting"] += 1;
    } else if (state === "overdue") {
      this.was.overdue += 1;
      this.addOverdue(due, place);
    }
  }

  private add(earlier: Standing, later: Standing, place: number): void {
    if (earlier.state === "overdue") this.was.overdue += 1;
    if (earlier.state === "done" && earlier.accepted) this.was.accepted += 1;
    if (later.state === "overdue") this.addOverdue(numberOfDay(later.due), place);
    if (later.state === "done") this.is[later.accepted ? "accepted" : "waiting"] += 1;
    for (const counts of this.quarters) this.addToQuarter(counts, earlier, later);
  }

  private addOverdue(due: number, place: number): void {
    this.dues.push(due);
    this.places.push(place);
  }

  private addToQuarter(counts: QuarterCounts, earlier: Standing, later: Standing): void {
    const { period } = counts;
    const { asOf } = this.after;
    if (isDueIn(earlier, period, asOf)) {
      counts.dueBefore += 1;
      if (earlier.state === "done") counts.doneBefore += 1;
    }
    if (isMovedOut(later, period)) counts.movedOut.push(later.milestone.id);
    if (!isDueIn(later, period, asOf)) return;
    counts.due += 1;
    if (later.state === "done") counts.done += 1;
  }
}

function addGlanceTo(
  counts: QuarterCounts,
  { state, original, assessment }: Glance,
  idAt: (place: number) => string,
  place: number,
): void {
  const { first, last } = counts;
  if (state === "cancelled") return;
  // Like `isMovedOut`, but on day numbers, since there are many.
  if (original >= first && original <= last && assessment > last) counts.movedOut.push(idAt(place));
  if (assessment < first || assessment > last) return;
  counts.dueBefore += 1;
  counts.due += 1;
  if (state !== "done") return;
  counts.doneBefore += 1;
  counts.done += 1;
}

/** The milestones that are in the plan on the as-of day, in plan order. */
function* plannedIn({ plan, asOf }: Inquiry): Generator<Milestone, void> {
  for (const { task } of eachTask(plan)) {
    if (isPlanned(task, asOf)) yield* task.milestones.filter((milestone) => isPlanned(milestone, asOf));
  }
}

function isDueIn(standing: Standing, period: Period, asOf: Day): boolean {
  return overlaps(standing.reach, period) && isDue(standing, asOf, [period]);
}
