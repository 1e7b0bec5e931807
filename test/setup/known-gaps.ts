/**
 * Tests whose expectation is right and that the program does not meet yet: they are skipped by name, so that the list
 * can be read in one place. Who mends one takes its line out; a test that is not listed must pass.
 */
import { readFileSync } from "node:fs";
import { beforeEach } from "vitest";

const text = readFileSync(new URL("known-gaps.txt", import.meta.url), "utf8");
const gaps = new Set(text.split("\n").filter((line) => line !== "" && !line.startsWith("#")));

beforeEach(({ task, skip }) => {
  const file = task.file.name.replaceAll("\\", "/");
  if (gaps.has(`${file} > ${task.fullTestName}`)) skip("a known gap, see test/setup/known-gaps.txt");
});
