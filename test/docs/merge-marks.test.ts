import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Markdown files: in code, the compiler and the linter notice a conflict marker. */
const DOCUMENTS = ["", "docs", "docs/problems"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

it("no document contains a merge conflict marker", () => {
  const marked = DOCUMENTS.filter((name) => /^(?:<{7}|={7}|>{7})/m.test(readFileSync(join(ROOT, name), "utf8")));
  expect(DOCUMENTS).toContain("README.md");
  expect(marked).toEqual([]);
});
