import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { shellWord } from "../../src/core/shell-word.ts";

describe("a word of a command line to copy", () => {
  it.each([
    ["专利管理处", "专利管理处"],
    ["10-3@Q3", "10-3@Q3"],
    ["--as-of=2017-07-03", "--as-of=2017-07-03"],
    [2, "2"],
    ["", "''"],
    ["送 会签", "'送 会签'"],
    ["office's", String.raw`'office'\''s'`],
  ])("%s is typed as %s", (word, expected) => {
    expect(shellWord(word)).toBe(expected);
  });

  it("is read by a shell as it was, whatever ASCII character it has", () => {
    const visible = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at));
    const typed = visible.flatMap((character) => [`${character}b`, `a${character}b`]);
    const { stdout } = spawnSync("sh", ["-c", `printf '%s\\n' ${typed.map(shellWord).join(" ")}`], {
      encoding: "utf8",
    });
    expect(stdout.trimEnd().split("\n")).toEqual(typed);
  });
});
