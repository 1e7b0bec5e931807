/** Evidence typed without a kind: an address is a link, wherever it is typed; anything else keeps its meaning. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Evidence } from "../../src/core/journal/record.ts";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

const home = makeHome(0);
afterAll(() => {
  removeHome(home);
});

const ADDRESS = "https://www.example.org/show.do;jsessionid=C1?id=2";
const LINK: Evidence = { kind: "link", value: ADDRESS };

/** The evidence recorded for 10-1; undefined if the command fails. */
async function evidenceOf(...words: readonly string[]): Promise<readonly Evidence[] | undefined> {
  const { code, stdout } = await runIn(home, ["done", ...words, "--dry-run", "--format", "json"]);
  if (code !== 0) return undefined;
  const { records } = JSON.parse(stdout) as { records: { evidence: Evidence[] }[] };
  return records[0]?.evidence;
}

async function inCell(cell: string): Promise<readonly Evidence[] | undefined> {
  writeFileSync(join(home, "f.csv"), `编号,完成日,佐证材料\n10-1,2017-06-20,${cell}\n`);
  return evidenceOf("--file", "f.csv");
}

const ADDRESSES = [
  ADDRESS,
  `链接:${ADDRESS}`,
  `链接：${ADDRESS}`,
  `网址： ${ADDRESS}`,
  `link:${ADDRESS}`,
  `link：${ADDRESS}`,
];

describe("an address", () => {
  it.each(ADDRESSES)("in a cell is a link: %s", async (cell) => {
    expect(await inCell(cell)).toEqual([LINK]);
  });

  it.each(ADDRESSES)("on the command line is a link: %s", async (typed) => {
    expect(await evidenceOf("10-1", "--evidence", typed)).toEqual([LINK]);
  });

  it("may share a cell with other evidence", async () => {
    const document = { kind: "doc", value: "局发〔2017〕9号" };
    expect(await inCell(`局发〔2017〕9号；链接：${ADDRESS}`)).toEqual([document, LINK]);
  });
});

describe("a text that is not just an address", () => {
  // A word in front may belong to a document's title: it proves neither a file in the folder nor a link.
  it.each(["附件：签到表", "文件：局发〔2017〕9号", "链接：见内网", "链接：https://a.cn 会议纪要"])(
    "stays a document in a cell: %s",
    async (cell) => {
      expect(await inCell(cell)).toEqual([{ kind: "doc", value: cell }]);
    },
  );
});
