/** Options for all property tests: the same cases in every run, 1,000 by default. The long run sets LAW_RUNS to 10,000. */
export const LAW = { seed: 20170101, numRuns: Number(process.env["LAW_RUNS"] ?? 1000) };
