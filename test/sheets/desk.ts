/** A clerk's desk: the journal before the example's last record, and a form of one division in `form.xlsx`; a new one for each test. */
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

export interface Desk {
  readonly path: (name: string) => string;
  readonly run: (...argv: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
}

export function newDesk(): Desk {
  let home = "";
  const run: Desk["run"] = async (...argv) => runIn(home, argv, { env: { IPPLAN_LANG: "zh" } });
  beforeEach(async () => {
    home = makeHome(47);
    await run("sheet", "-d", "专利代办处", "-q", "2", "--as-of", "2017-07-03", "-o", "form.xlsx");
  });
  afterEach(() => removeHome(home));
  return { run, path: (name) => join(home, name) };
}
