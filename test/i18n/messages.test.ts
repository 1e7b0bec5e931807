/** The program's messages are in the requested language, with nothing of the other. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

let home = "";

beforeAll(() => {
  home = makeHome(48);
});

afterAll(() => removeHome(home));

/** Command lines with a mistake, typed without Chinese. */
const MISTAKES = [
  ...[
    "status --quarter 9",
    "status --month 13",
    "status --quarter 1 --month 2",
    "status --as-of 2017-02-29",
    "status --role boss",
  ],
  ...[
    "list --state gone",
    "list --division zz",
    "list --district zz",
    "list --theme zz",
    "list --section zz",
    "list --task 99",
  ],
  ...[
    "show 99",
    "done",
    "done 99-1",
    "done 10",
    "done 10-3",
    "done 10-1,10-1",
    "done 22-2 --on 2018-01-01",
    "done 22-2 --on x",
  ],
  ...[
    "done 22-2 --evidence x",
    "done 22-2 --evidence link:x",
    "done 22-2 --evidence file:../x",
    "undo zz",
    "undo 00000000",
    "undo 10-1",
  ],
  ...[
    "statu",
    "status --quater 1",
    "status --quarter",
    "status -o x.pdf",
    "status --format pdf",
    "status -o none/x.md",
    "--plan none status",
  ],
  ...[
    "list —quarter",
    "show",
    "show 1 2",
    "log --kind x",
    "log --since x",
    "status --color x",
    "status --journal /etc/x",
  ],
];

describe.each(MISTAKES)("ipplan %s", (command) => {
  it("is refused in English, without Chinese except names of the plan", async () => {
    const { stdout, stderr, code } = await runIn(home, [...command.split(" "), "--lang", "en"]);
    expect(code).toBeGreaterThan(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/[a-z]{3}/);
    expect(stderr).not.toMatch(/[，。；：？！（）、]/);
    expect(stderr).not.toMatch(/没有|不能|可用：|例：|undefined|\[object/);
  });

  it("is refused in Chinese", async () => {
    const { stderr, stdout, code } = await runIn(home, [...command.split(" "), "--lang", "zh"]);
    expect(code).toBeGreaterThan(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/[\p{Script=Han}]{2}/u);
    expect(stderr).not.toMatch(/undefined|\[object|程序出了意外/);
  });
});
