/** Files of the bulletin are all written or none, and old ones survive. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../run-main.ts";

let home = "";

beforeAll(() => {
  home = makeHome(48);
});

afterAll(() => removeHome(home));

it("keeps an old report if the export fails", async () => {
  const old = join(home, "old.md");
  writeFileSync(old, "as it was");
  mkdirSync(join(home, "taken.docx"));
  const failed = await runIn(home, ["report", "-q", "2", "-o", "taken.docx", "-o", "old.md"]);
  expect(failed.code).toBe(3);
  expect(readFileSync(old, "utf8")).toBe("as it was");
  const unknown = await runIn(home, ["report", "-q", "2", "-o", "old.md", "-o", "new.pdf"]);
  expect([unknown.code, readFileSync(old, "utf8")]).toEqual([2, "as it was"]);
});

it("does not overwrite journal and plan", async () => {
  const { code } = await runIn(home, ["report", "-q", "2", "--format", "md", "-o", "journal.jsonl"]);
  expect(code).toBe(3);
  expect(readFileSync(join(home, "journal.jsonl"), "utf8")).toMatch(/^\{"v":1/);
});

it("gives the same bytes for the same question in every format", async () => {
  const names = ["a.docx", "a.xlsx", "a.html", "a.md", "a.csv", "a.json"];
  const ask = async (): Promise<Buffer[]> => {
    const { code } = await runIn(home, ["report", "-q", "2", ...names.flatMap((name) => ["-o", name])]);
    expect(code).toBe(0);
    return names.map((name) => readFileSync(join(home, name)));
  };
  const first = await ask();
  expect((await ask()).map((bytes, index) => bytes.equals(first[index] ?? Buffer.alloc(0)))).toEqual(
    names.map(() => true),
  );
});
