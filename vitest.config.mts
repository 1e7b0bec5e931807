import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import base from "./vitest.base.mts";

// Those run for minutes (npm run test:long), these need a browser and an office (npm run test:documents).
const elsewhere = ["test/long/**", "test/documents/**"];
const mocking = testsWhere((text) => text.includes("vi.mock("));

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    // A process for many files takes much less than one each: 65 instead of 105 s of processor time for test/reporters. It cannot be shared by files that put something in a
    // module's place: it may have been loaded before.
    projects: [
      {
        extends: true,
        test: { name: "shared", isolate: false, include: ["test/**/*.test.ts"], exclude: [...elsewhere, ...mocking] },
      },
      { extends: true, test: { name: "apart", include: mocking, exclude: elsewhere } },
    ],
  },
});

/** The test files whose text is so. */
function testsWhere(isSo: (text: string) => boolean): string[] {
  return readdirSync(join(import.meta.dirname, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join("test", name))
    .filter((path) => isSo(readFileSync(join(import.meta.dirname, path), "utf8")));
}
