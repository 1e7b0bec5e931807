/** Tasks and milestones that read their fields lazily from a plan's sections. */
import type { Day } from "../../core/calendar.ts";
import type { Indicator, Milestone, Task } from "../../core/plan.ts";
import { NEVER } from "../../core/milestone-columns.ts";
import type { Container } from "./container.ts";
import { missing } from "./damage.ts";
import { DISTRICTS, INDICATORS, KINDS, type Kinds, NAMES, TEXTS, type Texts } from "./plan-columns.ts";
import { type Numbers, dayAt, integers } from "./numbers.ts";
import { Slices, TextSlices } from "./slices.ts";
import { Strings } from "./strings.ts";

/** The sections of a plan that tasks and milestones read, opened once. */
export class PlanReader {
  readonly kinds: Kinds;
  readonly themes: Numbers;
  readonly sections: Numbers;
  readonly divisions: Numbers;
  readonly taskIds: Strings;
  readonly ids: Strings;
  readonly starts: Numbers;
  readonly ends: Numbers;
  readonly added: Numbers;
  readonly firsts: Numbers;
  private readonly names: TextSlices;
  private readonly texts: Slices<Texts>;
  private readonly indicators: Slices<readonly Indicator[]>;
  private readonly container: Container;
  private districts: { readonly kinds: readonly Task["districts"][]; readonly places: Numbers } | undefined;
  private all: readonly Task[] | undefined;

  constructor(container: Container) {
    this.container = container;
    this.kinds = container.json(KINDS);
    this.themes = integers(container, "theme");
    this.sections = integers(container, "section");
    this.divisions = integers(container, "divisions");
    this.taskIds = new Strings(container, "tasks");
    this.ids = new Strings(container, "ids");
    this.firsts = integers(container, "firsts");
    this.starts = integers(container, "starts");
    this.ends = integers(container, "ends");
    this.added = integers(container, "added");
    this.names = new TextSlices(container, NAMES);
    this.texts = new Slices(container, TEXTS);
    this.indicators = new Slices(container, INDICATORS);
  }

  /** All tasks, created once. */
  get tasks(): readonly Task[] {
    this.all ??= Array.from({ length: this.taskIds.count }, (_, index) => new StoredTask(this, index));
    return this.all;
  }

  taskAt(index: number): Task | undefined {
    if (this.all !== undefined || index < 0 || index >= this.taskIds.count) return this.all?.[index];
    return new StoredTask(this, index);
  }

  milestonesOf(task: StoredTask, index: number): Milestone[] {
    const milestones: Milestone[] = [];
    const first = this.firsts.at(index);
    const end = this.firsts.at(index + 1);
    for (let at = first; at < end; at += 1) milestones.push(new StoredMilestone(this, task, at));
    return milestones;
  }

  /** The title of the task. Before it in the section come the titles and milestone texts of all earlier tasks. */
  titleOf(index: number): string {
    return this.names.at(this.firsts.at(index) + index);
  }

  /** The text of the milestone at index `place` in the plan, which belongs to the task. */
  milestoneTextAt(place: number, task: number): string {
    return this.names.at(place + task + 1);
  }

  /** Read on first use: a large plan has many different lists of districts, and few queries need them. */
  districtsOf(index: number): readonly string[] {
    this.districts ??= { kinds: this.container.json(DISTRICTS), places: integers(this.container, "districts") };
    return this.districts.kinds[this.districts.places.at(index)] ?? [];
  }

  /** The remarks of the milestone at index `place` in the plan, which belongs to the task. */
  milestoneRemarksAt(place: number, task: number): string | null {
    if (this.kinds.remarked[task] === undefined) return null;
    return this.textsOf(task).ofMilestones?.[place - this.firsts.at(task)] ?? null;
  }

  textsOf(index: number): Texts {
    return this.texts.at(index) ?? missing();
  }

  indicatorsOf(index: number): readonly Indicator[] {
    return this.indicators.at(index) ?? [];
  }
}

/** Caches little: a plan has many tasks, and most queries ask each for little, once. */
class StoredTask implements Task {
  /** Its index in the plan. */
  readonly index: number;
  private readonly plan: PlanReader;
  private ownIndicators: readonly Indicator[] | undefined;

  constructor(plan: PlanReader, index: number) {
    this.plan = plan;
    this.index = index;
  }

  get id(): string {
    return this.plan.taskIds.at(this.index);
  }

  get theme(): string {
    return this.plan.kinds.themes[this.plan.themes.at(this.index)] ?? "";
  }

  get section(): string {
    return this.plan.kinds.sections[this.plan.sections.at(this.index)] ?? "";
  }

  get divisions(): Task["divisions"] {
    return this.plan.kinds.divisions[this.plan.divisions.at(this.index)] ?? [""];
  }

  get districts(): Task["districts"] {
    return this.plan.districtsOf(this.index);
  }

  get added(): Day | null {
    return this.plan.kinds.added[this.index] ?? null;
  }

  get title(): string {
    return this.plan.titleOf(this.index);
  }

  get objective(): string {
    return this.texts.objective;
  }

  get measures(): readonly string[] {
    return this.texts.measures;
  }

  get assessment(): string {
    return this.texts.assessment;
  }

  get remarks(): string | null {
    return this.texts.remarks;
  }

  get indicators(): readonly Indicator[] {
    this.ownIndicators ??= this.plan.indicatorsOf(this.index);
    return this.ownIndicators;
  }

  get milestones(): readonly Milestone[] {
    return this.plan.milestonesOf(this, this.index);
  }

  get settled(): Task["settled"] {
    return this.texts.settled ?? [];
  }

  private get texts(): Texts {
    return this.plan.textsOf(this.index);
  }
}

class StoredMilestone implements Milestone {
  private readonly plan: PlanReader;
  private readonly owner: StoredTask;
  /** Its index among all milestones of the plan. */
  private readonly at: number;
  private ownId: string | undefined;
  private ownWindow: Milestone["window"] | undefined;

  constructor(plan: PlanReader, owner: StoredTask, at: number) {
    this.plan = plan;
    this.owner = owner;
    this.at = at;
  }

  get id(): string {
    this.ownId ??= this.plan.ids.at(this.at);
    return this.ownId;
  }

  get window(): Milestone["window"] {
    this.ownWindow ??= { start: dayAt(this.plan.starts, this.at), end: dayAt(this.plan.ends, this.at) };
    return this.ownWindow;
  }

  get added(): Day | null {
    return this.plan.added.at(this.at) === NEVER ? null : dayAt(this.plan.added, this.at);
  }

  // An id contains no `@` except before its occurrence.
  get entry(): string {
    const at = this.id.indexOf("@");
    return at < 0 ? this.id : this.id.slice(0, at);
  }

  get occurrence(): string | null {
    const at = this.id.indexOf("@");
    return at < 0 ? null : this.id.slice(at + 1);
  }

  get task(): string {
    return this.owner.id;
  }

  get text(): string {
    return this.plan.milestoneTextAt(this.at, this.owner.index);
  }

  get remarks(): string | null {
    return this.plan.milestoneRemarksAt(this.at, this.owner.index);
  }
}
