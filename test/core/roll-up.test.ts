/** State and light of a task, from its milestones. */
import { describe, expect, it } from "vitest";
import { rollUp } from "../../src/core/roll-up.ts";
import type { Standing } from "../../src/core/standing.ts";
import { milestone, record, standing } from "../support/builders.ts";
import { type State, STATES } from "../../src/core/lights.ts";

const AS_OF = "2017-05-15";

/** One milestone in each state, as of 2017-05-15. */
const IN_STATE: Readonly<Record<State, Standing>> = {
  done: standing(milestone(), AS_OF, [record("done", "10-1", "2017-05-01")]),
  cancelled: standing(milestone(), AS_OF, [record("cancel", "10-1", "2017-05-01")]),
  overdue: standing(milestone({ window: "2017-01-01..2017-03-31" }), AS_OF),
  active: standing(milestone(), AS_OF),
  upcoming: standing(milestone({ window: "2017-07-01..2017-09-30" }), AS_OF),
};
const DONE_LATE = standing(milestone({ window: "2017-01-01..2017-03-31" }), AS_OF, [
  record("done", "10-1", "2017-05-01"),
]);
const BLOCKED = standing(milestone(), AS_OF, [record("block", "10-1", "2017-05-01")]);
const DUE_SOON = standing(milestone({ window: "2017-05-01..2017-05-20" }), AS_OF);

/** The rule in the design's words; cancelled milestones count only for "cancelled if all are". */
function stateByDesign(states: readonly State[]): State {
  const left = states.filter((state) => state !== "cancelled");
  if (left.includes("overdue")) return "overdue";
  if (left.includes("active")) return "active";
  if (left.includes("done") && left.some((state) => state !== "done")) return "active";
  if (left.includes("upcoming")) return "upcoming";
  if (left.length > 0) return "done";
  return states.length > 0 ? "cancelled" : "upcoming";
}

/** Every combination of the five states: all subsets, and each of them with one state twice. */
const COMBINATIONS = Array.from({ length: 2 ** STATES.length }, (_, bits) =>
  STATES.filter((_state, index) => (bits & (2 ** index)) !== 0),
).flatMap((states) => [states, ...states.map((state) => [...states, state])]);

describe("the state of a task", () => {
  it("follows the design's rule in every combination of states", () => {
    const wrong = COMBINATIONS.filter(
      (states) => rollUp(states.map((state) => IN_STATE[state])).state !== stateByDesign(states),
    );
    expect(COMBINATIONS).toHaveLength(32 + 5 * 16);
    expect(wrong).toEqual([]);
  });

  it("does not depend on the order of its milestones", () => {
    const wrong = COMBINATIONS.filter((states) => {
      const standings = states.map((state) => IN_STATE[state]);
      return rollUp(standings).state !== rollUp(standings.toReversed()).state;
    });
    expect(wrong).toEqual([]);
  });

  it.each<[State[], State]>([
    [["done", "upcoming"], "active"],
    [["done", "done"], "done"],
    [["done", "cancelled"], "done"],
    [["upcoming", "cancelled"], "upcoming"],
    [["cancelled", "cancelled"], "cancelled"],
    [["active", "overdue", "done"], "overdue"],
    [[], "upcoming"],
  ])("of %j is %s", (states, expected) => {
    expect(rollUp(states.map((state) => IN_STATE[state])).state).toBe(expected);
  });
});

describe("the light of a task", () => {
  const of = (...standings: Standing[]): unknown => {
    const { light, lightReason } = rollUp(standings);
    return [light, lightReason];
  };
  const { done, cancelled, overdue, active, upcoming } = IN_STATE;

  it("is the worst among its milestones", () => {
    expect(of(active, BLOCKED, overdue, done)).toEqual(["red", "overdue"]);
    expect(of(active, done, BLOCKED)).toEqual(["yellow", "blocked"]);
    expect(of(upcoming, active)).toEqual(["blue", "on-track"]);
    expect(of(upcoming, upcoming)).toEqual(["grey", "not-begun"]);
  });

  it("gives the reason of the first milestone that shows it", () => {
    expect(of(active, DUE_SOON, BLOCKED)).toEqual(["yellow", "due-soon"]);
    expect(of(active, BLOCKED, DUE_SOON)).toEqual(["yellow", "blocked"]);
  });

  it("is green when all are done, late or not", () => {
    expect(of(done, DONE_LATE)).toEqual(["green", "done"]);
    expect(of(DONE_LATE)).toEqual(["green", "done"]);
  });

  it("is blue if some are done and some have not begun", () => {
    expect(of(done, upcoming)).toEqual(["blue", "on-track"]);
    expect(of(upcoming, DONE_LATE)).toEqual(["blue", "on-track"]);
  });

  it("ignores cancelled milestones, unless all are", () => {
    expect(of(done, cancelled)).toEqual(["green", "done"]);
    expect(of(cancelled, upcoming)).toEqual(["grey", "not-begun"]);
    expect(of(cancelled, cancelled)).toEqual(["grey", "cancelled"]);
  });

  it("is grey without milestones", () => {
    expect(of()).toEqual(["grey", "not-begun"]);
  });
});
