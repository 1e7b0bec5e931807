/**
 * A plan as sections, and back. What filters and counts look at is read at once; the texts of a task are read when they
 * are asked for, since most questions about a large plan are about a few of its tasks, or about none of its texts.
 */
import { type Day, numberOfDay } from "../../core/calendar.ts";
import type { Indicator, Milestone, Plan, Task } from "../../core/plan.ts";
import { dayAt, firstsOf } from "./columns.ts";
import { sumOf } from "./sum.ts";
import { type Container, type JsonSection, type Section, jsonSection, parse } from "./container.ts";

/** Columns of tasks, as they stand in the section `tasks`. */
interface TaskColumns {
  readonly ids: readonly string[];
  readonly themes: readonly string[];
  readonly sections: readonly string[];
  readonly divisions: readonly Task["divisions"][];
  readonly districts: readonly Task["districts"][];
  /** Tasks that came into the plan later, by place. */
  readonly added: Readonly<Record<number, Day>>;
}

/** The texts of one task. */
interface Texts extends Pick<Task, "title" | "objective" | "measures" | "assessment" | "remarks"> {
  readonly milestones: readonly string[];
}

const HEAD: JsonSection<Omit<Plan, "tasks">> = { name: "head" };
const TASKS: JsonSection<TaskColumns> = { name: "tasks" };
const IDS: JsonSection<readonly string[]> = { name: "ids" };
const TEXTS: JsonSection<Texts> = { name: "texts" };
const INDICATORS: JsonSection<readonly Indicator[]> = { name: "indicators" };

/** No day: stands before all days that there are. */
const NO_DAY = -1;

export function planSections(plan: Plan): Record<string, Section> {
  const { tasks, ...head } = plan;
  const milestones = tasks.flatMap((task) => task.milestones);
  const columns: TaskColumns = {
    ids: tasks.map(({ id }) => id),
    themes: tasks.map(({ theme }) => theme),
    sections: tasks.map(({ section }) => section),
    divisions: tasks.map(({ divisions }) => divisions),
    districts: tasks.map(({ districts }) => districts),
    added: Object.fromEntries(tasks.flatMap(({ added }, index) => (added === null ? [] : [[index, added]]))),
  };
  return {
    head: jsonSection(head),
    tasks: jsonSection(columns),
    firsts: firstsOf(tasks.map((task) => task.milestones.length)),
    ids: jsonSection(milestones.map(({ id }) => id)),
    starts: Int32Array.from(milestones, ({ window }) => numberOfDay(window.start)),
    ends: Int32Array.from(milestones, ({ window }) => numberOfDay(window.end)),
    added: Int32Array.from(milestones, ({ added }) => (added === null ? NO_DAY : numberOfDay(added))),
    ...sliced("texts", tasks.map(textsOf)),
    ...sliced(
      "indicators",
      tasks.map((task) => task.indicators),
    ),
  };
}

function textsOf({ title, objective, measures, assessment, remarks, milestones }: Task): Texts {
  return { title, objective, measures, assessment, remarks, milestones: milestones.map(({ text }) => text) };
}

/** Values one behind the other in one section, each to be read by itself; nothing at all for an empty list. */
function sliced(name: string, values: readonly unknown[]): Record<string, Section> {
  const pieces = values.map((value) =>
    Array.isArray(value) && value.length === 0 ? Buffer.alloc(0) : Buffer.from(JSON.stringify(value)),
  );
  return {
    [name]: Buffer.concat(pieces),
    [`${name}.firsts`]: firstsOf(pieces.map(({ length }) => length)),
    [`${name}.sums`]: Int32Array.from(pieces, (piece) => sumOf(piece)),
  };
}

/** The plan of the container. */
export function planFrom(container: Container): Plan {
  return { ...container.json(HEAD), tasks: new PlanReader(container).tasks() };
}

class PlanReader {
  readonly columns: TaskColumns;
  private readonly firsts: Int32Array;
  private readonly ids: readonly string[];
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly added: Int32Array;
  private readonly texts: Slices<Texts>;
  private readonly indicators: Slices<readonly Indicator[]>;

  constructor(container: Container) {
    this.columns = container.json(TASKS);
    this.firsts = container.ints("firsts");
    this.ids = container.json(IDS);
    this.starts = container.ints("starts");
    this.ends = container.ints("ends");
    this.added = container.ints("added");
    this.texts = new Slices(container, TEXTS);
    this.indicators = new Slices(container, INDICATORS);
  }

  tasks(): Task[] {
    return this.columns.ids.map((_, index) => new StoredTask(this, index));
  }

  milestonesOf(task: StoredTask, index: number): Milestone[] {
    const milestones: Milestone[] = [];
    const [first, end] = [this.firsts[index] ?? 0, this.firsts[index + 1] ?? 0];
    for (let at = first; at < end; at += 1) {
      const window = { start: dayAt(this.starts, at), end: dayAt(this.ends, at) };
      const added = (this.added[at] ?? NO_DAY) === NO_DAY ? null : dayAt(this.added, at);
      milestones.push(new StoredMilestone(task, at - first, this.ids[at] ?? "", window, added));
    }
    return milestones;
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
  private readonly firsts: Int32Array;
  private readonly sums: Int32Array;

  constructor(container: Container, section: JsonSection<Value>) {
    this.container = container;
    this.section = section;
    this.firsts = container.ints(`${section.name}.firsts`);
    this.sums = container.ints(`${section.name}.sums`);
  }

  isEmpty(index: number): boolean {
    return this.firsts[index] === this.firsts[index + 1];
  }

  read(index: number): Value {
    const first = this.firsts[index] ?? 0;
    const length = (this.firsts[index + 1] ?? 0) - first;
    const bytes = this.container.part(this.section.name, first, length, (this.sums[index] ?? 0) >>> 0);
    return parse(bytes, this.section);
  }
}

class StoredTask implements Task {
  readonly id: string;
  readonly theme: string;
  readonly section: string;
  readonly divisions: Task["divisions"];
  readonly districts: Task["districts"];
  readonly added: Day | null;
  private readonly plan: PlanReader;
  private readonly index: number;
  private ownTexts: Texts | undefined;
  private ownIndicators: readonly Indicator[] | undefined;
  private ownMilestones: readonly Milestone[] | undefined;

  constructor(plan: PlanReader, index: number) {
    const { ids, themes, sections, divisions, districts, added } = plan.columns;
    this.plan = plan;
    this.index = index;
    this.id = ids[index] ?? "";
    this.theme = themes[index] ?? "";
    this.section = sections[index] ?? "";
    this.divisions = divisions[index] ?? [""];
    this.districts = districts[index] ?? [];
    this.added = added[index] ?? null;
  }

  get texts(): Texts {
    this.ownTexts ??= this.plan.textsOf(this.index);
    return this.ownTexts;
  }

  get title(): string {
    return this.texts.title;
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
    this.ownMilestones ??= this.plan.milestonesOf(this, this.index);
    return this.ownMilestones;
  }
}

class StoredMilestone implements Milestone {
  readonly id: string;
  readonly window: Milestone["window"];
  readonly added: Day | null;
  private readonly owner: StoredTask;
  private readonly place: number;

  constructor(owner: StoredTask, place: number, id: string, window: Milestone["window"], added: Day | null) {
    this.owner = owner;
    this.place = place;
    this.id = id;
    this.window = window;
    this.added = added;
  }

  // An id holds no `@` but the one before its occurrence.
  get entry(): string {
    return this.id.split("@")[0] ?? "";
  }

  get occurrence(): string | null {
    return this.id.split("@")[1] ?? null;
  }

  get task(): string {
    return this.owner.id;
  }

  get text(): string {
    return this.owner.texts.milestones[this.place] ?? "";
  }
}
