/** Milestones as a line or two on a screen, each part computed on demand; or in full. */
import type { Day } from "../calendar.ts";
import { liveUpTo } from "../journal/fold.ts";
import { leadOf } from "../plan.ts";
import type { Standing } from "../standing.ts";
import { divisionName } from "./envelope.ts";
import { type Views, viewsOf } from "./listing.ts";
import {
  type CancellationView,
  type ListedMilestone,
  type Source,
  type StandingInTask,
  viewCancellation,
  viewInTask,
  viewLead,
} from "./milestone.ts";
import { type SituationView, type SpokenView, type WordView, spokenOf, viewWord } from "./situation.ts";

/** What a screen shows of a milestone in a line or two. */
export type MilestoneLine = Pick<
  ListedMilestone,
  "id" | "text" | "lead" | "due" | "assessmentDue" | "daysOverdue" | "cancellation" | keyof SpokenView
>;

/** Full views, or only what lines need. */
export interface ListedViews extends Views<ListedMilestone> {
  readonly lines: Views<MilestoneLine>;
}

/** The same views as `listMilestones` makes, but on demand. */
export function viewListed(source: Source, owned: readonly StandingInTask[]): ListedViews {
  const whole = viewsOf(owned, ({ task, standing }) => {
    const context = { taskTitle: task.title, ...viewLead(source.plan, task.divisions) };
    return viewInTask(source, standing, context, liveUpTo(source.journal, task.id, source.asOf));
  });
  return Object.assign(whole, { lines: viewsOf(owned, (one) => new Line(source, one)) });
}

/** Computes each part on demand: a full view reads everything recorded. */
class Line implements MilestoneLine {
  private readonly source: Source;
  private readonly owned: StandingInTask;
  private said: SpokenView | undefined;

  constructor(source: Source, owned: StandingInTask) {
    this.source = source;
    this.owned = owned;
  }

  get id(): string {
    return this.owned.standing.milestone.id;
  }

  get text(): string {
    return this.owned.standing.milestone.text;
  }

  get lead(): string {
    return divisionName(this.source.plan, leadOf(this.owned.task));
  }

  get due(): Day {
    return this.owned.standing.due;
  }

  get assessmentDue(): Day {
    return this.owned.standing.assessmentDue;
  }

  get daysOverdue(): number | null {
    return this.owned.standing.daysOverdue;
  }

  get lastWord(): WordView | null {
    return this.spoken.lastWord;
  }

  get problem(): string | null {
    return this.spoken.problem;
  }

  get problemOn(): Day | null {
    return this.spoken.problemOn;
  }

  get nextStep(): string | null {
    return this.spoken.nextStep;
  }

  get nextStepOn(): Day | null {
    return this.spoken.nextStepOn;
  }

  get saidOfTask(): boolean {
    return this.spoken.saidOfTask;
  }

  get cancellation(): CancellationView | null {
    return viewCancellation(this.owned.standing);
  }

  private get spoken(): SpokenView {
    const { task, standing } = this.owned;
    const { journal, asOf } = this.source;
    this.said ??= { ...viewSituation(standing), ...spokenOf(this.source, standing, liveUpTo(journal, task.id, asOf)) };
    return this.said;
  }
}

function viewSituation({ lastWord, difficulty }: Standing): SituationView {
  return { lastWord: viewWord(lastWord), ...difficulty };
}
