/** What lights are made of, out of how a milestone stands. */
import type { Day } from "./calendar.ts";
import { type LightFacts, type PaceGap, type State, monthsBegun, monthsMissed } from "./lights.ts";
import type { Standing } from "./standing.ts";

/** What the light policy may look at, worked out when it does: few policies look at all of it. */
export class FactsOf implements LightFacts {
  private readonly standing: Omit<Standing, "light" | "lightReason">;
  private readonly asOf: Day;

  constructor(standing: Omit<Standing, "light" | "lightReason">, asOf: Day) {
    this.standing = standing;
    this.asOf = asOf;
  }

  get state(): State {
    return this.standing.state;
  }

  get late(): boolean {
    return this.standing.late;
  }

  get isBlocked(): boolean {
    return this.standing.block !== null;
  }

  get dueSoon(): boolean {
    return this.standing.dueSoon;
  }

  get pace(): PaceGap | null {
    return this.standing.pace;
  }

  get monthsMissed(): number {
    return monthsMissed(this.standing.due, this.asOf);
  }

  get monthsUntouched(): number {
    const { state, progress, words, milestone } = this.standing;
    const isUntouched = progress === null && words.length === 0 && state === "active";
    return isUntouched ? monthsBegun(milestone.window.start, this.asOf) : 0;
  }
}
