import { describe, expect, it } from "vitest";
import { readScenario } from "./read-scenario.ts";

const BLOCK = "```console\n$ ipplan --version\n";

describe("a scenario", () => {
  it.each([
    ["before another block", `${BLOCK}\n${BLOCK}\`\`\`\n`, "line 4: the block before is not closed"],
    ["at its end", BLOCK, "the last block is not closed"],
  ])("with an unclosed block %s is refused: its commands would not run", (_, text, message) => {
    expect(() => readScenario(text)).toThrow(message);
  });

  it("has its directives and commands in order, with what each prints", () => {
    const text = "<!-- clone -->\n```console\n$ a \\\n>  b\n1\n$ c\n```\n$ d\n```sh\nexport X=2\n```\n";
    expect(readScenario(text)).toEqual([
      { kind: "clone" },
      { kind: "command", line: 3, command: "a >  b", expected: "1\n" },
      { kind: "command", line: 6, command: "c", expected: "" },
      { kind: "env", assignment: "X=2" },
    ]);
  });
});
