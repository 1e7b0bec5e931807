/** The hint to undo: the command to paste is on one line, on every screen and in both languages. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "./run-main.ts";

let home = "";
beforeAll(() => {
  home = makeHome(0);
});
afterAll(() => {
  removeHome(home);
});

const LONG_NAME = "某市知识产权局办公室综合科值班人员";

it.each(["zh", "en"])("for one record whose writer has a long name, in %s", async (lang) => {
  for (const columns of [100, 80, 60, 40]) {
    const args = ["done", "13-1", "--on", "2017-03-01", "--note", String(columns), "--by", LONG_NAME];
    const { stdout } = await runIn(home, args, { columns, env: { IPPLAN_LANG: lang, NO_COLOR: "1" } });
    expect(stdout, String(columns)).toMatch(/ipplan undo [0-9a-f]{8}$/mu);
  }
});

it.each(["zh", "en"])("for more records than fit on a line, in %s", async (lang) => {
  const ids = ["2-1", "3-1", "5-1", "6-1", "11-1", "12-1", "13-1", "14-1"];
  const args = ["done", ...ids, "--on", "2017-03-02", "--note", lang];
  const { stdout } = await runIn(home, args, { columns: 80, env: { IPPLAN_LANG: lang, NO_COLOR: "1" } });
  expect(stdout).toMatch(/^ {6,}ipplan undo(?: [0-9a-f]{8}){8}$/mu);
});
