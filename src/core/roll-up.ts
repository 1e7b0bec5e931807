/** State and light of a task or group, from those of its parts. */
import { type Lamp, LIGHTS, type Light, type LightReason, type State } from "./lights.ts";
import type { Standing } from "./standing.ts";

/**
 * State and light of a task or group from its milestones. It takes the worst light; done late counts as done; it shows
 * `onTrack` if some are done and others have not begun. `lamps` are those that indicators add (views/task.ts): they
 * count like milestones. Without milestones and lamps it is upcoming and grey.
 */
export function rollUp(
  standings: readonly Standing[],
  lamps: readonly Lamp[] = [],
  onTrack: Light = "blue",
): { state: State; light: Light; lightReason: LightReason } {
  const state = rollUpState(standings);
  const counted = standings.filter((standing) => standing.state !== "cancelled");
  const own = [...counted.map(parentLamp), ...lamps];
  if (own.length === 0) {
    return { state, light: "grey", lightReason: state === "cancelled" ? "cancelled" : "not-begun" };
  }
  const worst = own.reduce((best, lamp) => (LIGHTS.indexOf(lamp.light) < LIGHTS.indexOf(best.light) ? lamp : best));
  if (worst.light !== "green") return { state, ...worst };
  const allDone = own.every(({ lightReason }) => lightReason === "done");
  return allDone ? { state, light: "green", lightReason: "done" } : { state, light: onTrack, lightReason: "on-track" };
}

function parentLamp({ state, light, lightReason }: Standing): Lamp {
  return state === "done" ? { light: "green", lightReason: "done" } : { light, lightReason };
}

function rollUpState(standings: readonly Standing[]): State {
  const has = (state: State): boolean => standings.some((standing) => standing.state === state);
  if (has("overdue")) return "overdue";
  if (has("active")) return "active";
  if (has("done")) return has("upcoming") ? "active" : "done";
  if (has("upcoming") || standings.length === 0) return "upcoming";
  return "cancelled";
}
