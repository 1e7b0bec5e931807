/** A plan read lazily from its sections. */
import type { Plan, Task } from "../../core/plan.ts";
import type { Column, PlanColumns } from "../../core/milestone-columns.ts";
import type { Container } from "./container.ts";
import { HEAD, IDS_INDEX, TASK_REFS } from "./plan-columns.ts";
import { type Numbers, integers, scattered } from "./numbers.ts";
import { PlanReader } from "./stored-tasks.ts";
import { find } from "./string-index.ts";

/** The plan in the container. */
export function planFrom(container: Container): Plan {
  const reader = new PlanReader(container);
  return {
    ...container.json(HEAD),
    get tasks() {
      return reader.tasks;
    },
    columns: new StoredColumns(container, reader),
  };
}

/** The plan's columns, each read on first use. */
class StoredColumns implements PlanColumns {
  readonly id: string;
  readonly count: number;
  private readonly container: Container;
  private readonly plan: PlanReader;
  private counted: Column | undefined;
  private index: Numbers | undefined;

  constructor(container: Container, plan: PlanReader) {
    this.id = container.id;
    this.count = plan.ids.count;
    this.container = container;
    this.plan = plan;
  }

  get starts(): Column {
    return this.plan.starts.whole;
  }

  get firsts(): Column {
    return this.plan.firsts.whole;
  }

  get ends(): Column {
    return this.plan.ends.whole;
  }

  get added(): Column {
    this.counted ??= integers(this.container, "counted").whole;
    return this.counted;
  }

  get divisions(): Column {
    return this.plan.divisions.whole;
  }

  get targetDays(): Column {
    return integers(this.container, "targetDays").whole;
  }

  get divisionKinds(): readonly Task["divisions"][] {
    return this.plan.kinds.divisions;
  }

  readonly idAt = (place: number): string => this.plan.ids.at(place);

  readonly taskAt = (number: number): Task | undefined => this.plan.taskAt(number);

  readonly taskRefs = (): readonly string[] => this.container.json(TASK_REFS);

  readonly placeOf = (id: string): number => {
    this.index ??= scattered(this.container, IDS_INDEX);
    return find(id, this.plan.ids, this.index);
  };
}
