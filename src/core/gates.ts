/** Named conditions on which a build may fail (`--fail-on`). */
import type { Day, Period } from "./calendar.ts";
import { isLeftOpen } from "./counts.ts";
import { isBehind } from "./lights.ts";
import { type SelectedTask, idsOf, isUnproven, selectedStandings } from "./selection.ts";
import type { Standing } from "./standing.ts";

/**
 * Overdue milestones; due but not done; behind pace or target, or a target not reached by its day; done without evidence;
 * warnings of `check`.
 */
export const GATES = ["overdue", "unfinished", "behind", "unproven", "warnings"] as const;
export type GateName = (typeof GATES)[number];

/** A gate that was asked for, and what tripped it: ids of milestones and indicators, or warnings with their places. */
export interface Gate {
  readonly name: GateName;
  readonly items: readonly string[];
}

/** The gates asked for, and the warnings that the gate `warnings` reports. */
export interface GateRequest {
  readonly names: readonly GateName[];
  readonly warnings: readonly string[];
}

export const NO_GATES: GateRequest = { names: [], warnings: [] };

/** What gates are judged by. */
export interface GateFacts {
  readonly asOf: Day;
  readonly periods: readonly Period[] | null;
  readonly tasks: readonly SelectedTask[];
  /** Ids of all overdue milestones on the screen, arrears included. */
  readonly overdue: readonly string[];
  /** Ids of indicators that are behind or were not reached by their day. Made on demand: judging all of them takes long. */
  readonly behind: () => readonly string[];
}

/** The gates asked for, each once, in the order of `GATES`. */
export function checkGates({ names, warnings }: GateRequest, facts: GateFacts): Gate[] {
  return GATES.filter((name) => names.includes(name)).map((name) => ({ name, items: itemsOf(name, facts, warnings) }));
}

function itemsOf(
  name: GateName,
  { asOf, periods, tasks, overdue, behind }: GateFacts,
  warnings: readonly string[],
): readonly string[] {
  const ids = (keep: (standing: Standing) => boolean): string[] => idsOf(selectedStandings(tasks).filter(keep));
  switch (name) {
    case "overdue":
      return overdue;
    case "unfinished":
      return ids((standing) => isLeftOpen(standing, asOf, periods));
    case "behind":
      return [...ids(({ pace }) => pace !== null && isBehind(pace)), ...behind()];
    case "unproven":
      return ids(isUnproven);
    case "warnings":
      return warnings;
  }
}
