import { defineConfig } from "vitest/config";
import usual from "./vitest.config.mts";

// Minutes, not seconds: promises about loss and damage, tried at length (docs/reliability.md).
export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    include: ["test/long/**/*.test.ts"],
    exclude: [],
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
