import { defineConfig } from "vitest/config";
import usual from "./vitest.config.mts";

// Documents in a real browser and a real office: both have to be on the machine.
export default defineConfig({
  ...usual,
  test: { ...usual.test, include: ["test/documents/**/*.test.ts"], exclude: [], fileParallelism: false },
});
