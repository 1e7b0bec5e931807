// The goals: for each size and subject, the highest median ratio to bare Node.js and the most memory.

/** @typedef {import("./sizes.mjs").Size} Size */
/** @typedef {import("./subjects.mjs").Temperature} Temperature */
/** @typedef {{ ratio: number, mebibytes?: number }} Goal */

/** @type {Readonly<Record<Size, Readonly<Record<string, Goal>>>>} */
const GOALS = {
  S: {
    "status-quarter warm": { ratio: 1.6 },
    "overdue warm": { ratio: 1.3 },
    "done warm": { ratio: 1.25 },
    "version warm": { ratio: 1.1 },
    "status-quarter cold": { ratio: 5 },
  },
  M: {
    "status-division warm": { ratio: 1.9 },
    "overdue warm": { ratio: 2.2 },
    "done warm": { ratio: 1.25 },
  },
  L: {
    "status-division warm": { ratio: 2.5, mebibytes: 80 },
    "overdue warm": { ratio: 7, mebibytes: 80 },
    "done warm": { ratio: 1.4, mebibytes: 80 },
    "status-division cold": { ratio: 200, mebibytes: 250 },
    "overdue cold": { ratio: 200, mebibytes: 250 },
    "done cold": { ratio: 200, mebibytes: 250 },
  },
};

/**
 * The goal and whether it was met, in words; empty if there is none.
 * @param {Size} size
 * @param {string} subject
 * @param {Temperature} temperature
 * @param {import("./measure.mjs").Measure} measure
 */
export function verdictOf(size, subject, temperature, measure) {
  const goal = GOALS[size][`${subject} ${temperature}`];
  if (goal === undefined) return "";
  const most = goal.mebibytes === undefined ? "" : `, ${goal.mebibytes} MiB`;
  const isWithin =
    measure.ratio.median <= goal.ratio && (measure.mebibytes ?? 0) <= (goal.mebibytes ?? Number.POSITIVE_INFINITY);
  return `≤ ${goal.ratio}${most}: ${isWithin ? "met" : "not met"}`;
}
