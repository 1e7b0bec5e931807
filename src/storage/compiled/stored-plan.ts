/** A plan out of its sections: each task, and each milestone, reads what is asked of it. */
import type { Day } from "../../core/calendar.ts";
import type { Indicator, Milestone, Plan, Task } from "../../core/plan.ts";
import { dayAt } from "./columns.ts";
import { type Container, type JsonSection, parse } from "./container.ts";
import { HEAD, INDICATORS, KINDS, type Kinds, NAMES, NO_DAY, type Names, TEXTS, type Texts } from "./plan-sections.ts";
import { Strings } from "./strings.ts";

/** The plan of the container. */
export function planFrom(container: Container): Plan {
  return { ...container.json(HEAD), tasks: new PlanReader(container).tasks() };
}

class PlanReader {
  readonly kinds: Kinds;
  readonly themes: Int32Array;
  readonly sections: Int32Array;
  readonly divisions: Int32Array;
  readonly districts: Int32Array;
  readonly taskIds: Strings;
  readonly ids: Strings;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly added: Int32Array;
  private readonly firsts: Int32Array;
  private readonly names: Slices<Names>;
  private readonly texts: Slices<Texts>;
  private readonly indicators: Slices<readonly Indicator[]>;

  constructor(container: Container) {
    this.kinds = container.json(KINDS);
    this.themes = container.ints("theme");
    this.sections = container.ints("section");
    this.divisions = container.ints("divisions");
    this.districts = container.ints("districts");
    this.taskIds = new Strings(container, "tasks");
    this.ids = new Strings(container, "ids");
    this.firsts = container.ints("firsts");
    this.starts = container.ints("starts");
    this.ends = container.ints("ends");
    this.added = container.ints("added");
    this.names = new Slices(container, NAMES);
    this.texts = new Slices(container, TEXTS);
    this.indicators = new Slices(container, INDICATORS);
  }

  tasks(): Task[] {
    return Array.from(this.themes, (_, index) => new StoredTask(this, index));
  }

  milestonesOf(task: StoredTask, index: number): Milestone[] {
    const milestones: Milestone[] = [];
    const [first, end] = [this.firsts[index] ?? 0, this.firsts[index + 1] ?? 0];
    for (let at = first; at < end; at += 1) milestones.push(new StoredMilestone(this, task, at, at - first));
    return milestones;
  }

  namesOf(index: number): Names {
    return this.names.read(index);
  }

  textsOf(index: number): Texts {
    return this.texts.read(index);
  }

  indicatorsOf(index: number): readonly Indicator[] {
    return this.indicators.isEmpty(index) ? [] : this.indicators.read(index);
  }
}

/** Values of a section that are read one by one. */
class Slices<Value> {
  private readonly container: Container;
  private readonly section: JsonSection<Value>;
  private places: Int32Array | undefined;
  // Questions go from task to task: what was read before the last one is not asked for again.
  private last: { readonly index: number; readonly value: Value } | undefined;

  constructor(container: Container, section: JsonSection<Value>) {
    this.container = container;
    this.section = section;
  }

  isEmpty(index: number): boolean {
    return this.firsts[index] === this.firsts[index + 1];
  }

  read(index: number): Value {
    if (this.last?.index !== index) this.last = { index, value: this.parsed(index) };
    return this.last.value;
  }

  private parsed(index: number): Value {
    const first = this.firsts[index] ?? 0;
    const length = (this.firsts[index + 1] ?? 0) - first;
    return parse(this.container.part(this.section.name, first, length), this.section);
  }

  private get firsts(): Int32Array {
    this.places ??= this.container.ints(`${this.section.name}.firsts`);
    return this.places;
  }
}

/** Keeps little: a plan has many, and most questions ask each for little, once. */
class StoredTask implements Task {
  private readonly plan: PlanReader;
  private readonly index: number;
  private ownIndicators: readonly Indicator[] | undefined;

  constructor(plan: PlanReader, index: number) {
    this.plan = plan;
    this.index = index;
  }

  get id(): string {
    return this.plan.taskIds.at(this.index);
  }

  get theme(): string {
    return this.plan.kinds.themes[this.plan.themes[this.index] ?? 0] ?? "";
  }

  get section(): string {
    return this.plan.kinds.sections[this.plan.sections[this.index] ?? 0] ?? "";
  }

  get divisions(): Task["divisions"] {
    return this.plan.kinds.divisions[this.plan.divisions[this.index] ?? 0] ?? [""];
  }

  get districts(): Task["districts"] {
    return this.plan.kinds.districts[this.plan.districts[this.index] ?? 0] ?? [];
  }

  get added(): Day | null {
    return this.plan.kinds.added[this.index] ?? null;
  }

  get names(): Names {
    return this.plan.namesOf(this.index);
  }

  get title(): string {
    return this.names.title;
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

  private get texts(): Texts {
    return this.plan.textsOf(this.index);
  }
}

class StoredMilestone implements Milestone {
  private readonly plan: PlanReader;
  private readonly owner: StoredTask;
  /** Among all milestones of the plan, and among those of its task. */
  private readonly at: number;
  private readonly place: number;
  private ownId: string | undefined;
  private ownWindow: Milestone["window"] | undefined;

  constructor(plan: PlanReader, owner: StoredTask, at: number, place: number) {
    this.plan = plan;
    this.owner = owner;
    this.at = at;
    this.place = place;
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
    return this.plan.added[this.at] === NO_DAY ? null : dayAt(this.plan.added, this.at);
  }

  // An id holds no `@` but the one before its occurrence.
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
    return this.owner.names.milestones[this.place] ?? "";
  }
}
