/** What all laws have in common: the same cases on every run. */
export const LAW = { seed: 20170101, numRuns: 1000 } as const;
