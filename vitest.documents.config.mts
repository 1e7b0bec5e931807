import { defineConfig } from "vitest/config";
import base from "./vitest.base.mts";

// Tests of documents in a real browser and in LibreOffice, both of which must be installed.
export default defineConfig({
  ...base,
  test: { ...base.test, include: ["test/documents/**/*.test.ts"], fileParallelism: false },
});
