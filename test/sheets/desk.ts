/** A clerk's desk, new for each test: the example journal without its last record, and a division's form in `form.xlsx`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

export interface Desk {
  readonly path: (name: string) => string;
  readonly run: (...argv: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
  /** The records that the test has added to the journal. */
  readonly added: () => Record<string, unknown>[];
}

/** The number of records in the example journal without the last one. */
const RECORDS = 47;

/** A desk that is set up before each test of the file and removed after it. */
export function newDesk(): Desk {
  let home = "";
  const run: Desk["run"] = async (...argv) => runIn(home, argv, { env: { IPPLAN_LANG: "zh" } });
  beforeEach(async () => {
    home = makeHome(RECORDS);
    await run("sheet", "-d", "专利代办处", "-q", "2", "--as-of", "2017-07-03", "-o", "form.xlsx");
  });
  afterEach(() => removeHome(home));
  const path = (name: string): string => join(home, name);
  const added = (): Record<string, unknown>[] => {
    const lines = readFileSync(path("journal.jsonl"), "utf8").trimEnd().split("\n").slice(RECORDS);
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  return { run, path, added };
}
