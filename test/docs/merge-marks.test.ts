import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Files of words: of code, the compiler and the linter see such a mark. */
const DOCUMENTS = ["", "docs", "docs/problems"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

it("no document holds what a merge left", () => {
  const marked = DOCUMENTS.filter((name) => /^(?:<{7}|={7}|>{7})/m.test(readFileSync(join(ROOT, name), "utf8")));
  expect(DOCUMENTS).toContain("README.md");
  expect(marked).toEqual([]);
});
