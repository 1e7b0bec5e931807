import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "./vitest.base.mts";

// test/long takes minutes (npm run test:long); test/documents needs a browser and LibreOffice (npm run test:documents).
const elsewhere = ["test/long/**", "test/documents/**"];
const mocking = testsWhere((text) => text.includes("vi.mock("));

/** vitest begins with large files. Scenarios are small files that take the longest, and would run alone at the end. */
class ScenariosFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a method of vitest's, not an array's
    const sorted = await super.sort(files);
    const isScenario = ({ moduleId }: TestSpecification): boolean => moduleId.includes("/test/scenarios/");
    return [...sorted.filter(isScenario), ...sorted.filter((file) => !isScenario(file))];
  }
}

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    sequence: { sequencer: ScenariosFirst },
    // One process for many files is much faster than one process each: 65 instead of 105 s of processor time for
    // test/reporters. Files that mock a module need a process of their own, because the module may be loaded already.
    projects: [
      {
        extends: true,
        test: { name: "shared", isolate: false, include: ["test/**/*.test.ts"], exclude: [...elsewhere, ...mocking] },
      },
      { extends: true, test: { name: "apart", include: mocking, exclude: elsewhere } },
    ],
  },
});

/** The test files whose text matches. */
function testsWhere(isSo: (text: string) => boolean): string[] {
  return readdirSync(join(import.meta.dirname, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join("test", name))
    .filter((path) => isSo(readFileSync(join(import.meta.dirname, path), "utf8")));
}
