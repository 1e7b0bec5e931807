import { defineConfig } from "vitest/config";
import base from "./vitest.base.mts";

// Tests that take minutes: promises about loss and damage, tested at length (docs/reliability.md).
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    // Also the property tests of merging, with 10,000 cases each, and the roll-up, with 1,000 bureaus. CI runs a share
    // (test/long/share.ts).
    include: ["test/long/**/*.test.ts", "test/core/journal/fold-laws.test.ts", "test/rollup/**/*.test.ts"],
    env: {
      LAW_RUNS: String(Math.ceil(10_000 * Number(process.env["SHARE"] ?? 1))),
      BUREAUS: String(Math.ceil(1_000 * Number(process.env["SHARE"] ?? 1))),
    },
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
