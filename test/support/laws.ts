/** What all laws have in common: the same cases on every run. The long run (LAW_RUNS) tries ten times as many. */
export const LAW = { seed: 20170101, numRuns: Number(process.env["LAW_RUNS"] ?? 1000) };
