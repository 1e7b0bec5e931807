import { defineConfig } from "vitest/config";
import base from "./vitest.base.mts";

// Documents in a real browser and a real office: both have to be on the machine.
export default defineConfig({
  ...base,
  test: { ...base.test, include: ["test/documents/**/*.test.ts"], fileParallelism: false },
});
