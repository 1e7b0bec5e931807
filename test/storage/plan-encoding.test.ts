/** Files that are not UTF-8: reported at the first bad byte, never converted. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HEAD, PART, problemsOf } from "./small-plan.ts";

/** 提升质量 in GB18030 (and GBK), and 專利 in Big5. */
const GB18030 = [0xcc, 0xe1, 0xc9, 0xfd, 0xd6, 0xca, 0xc1, 0xbf];
const BIG5 = [0xb1, 0x4d, 0xa7, 0x51];

/** Problems of a plan whose first file has `    title: ` and these bytes on line 4. */
function problemsWithTitle(title: readonly number[]): unknown {
  const bytes = Buffer.concat([
    Buffer.from("section: s1-1\ntasks:\n  - id: 10\n    title: "),
    Buffer.from(title),
    Buffer.from("\n    divisions: [dbc]\n"),
  ]);
  return problemsOf({ "1-1.yaml": bytes, "plan.yaml": HEAD });
}

const at = (line: number, column: number): unknown => ({ file: "1-1.yaml", line, column });

describe("a file in another encoding", () => {
  it("is reported at its first bad byte, with its probable encoding", () => {
    const expected = { code: "E-ENCODING", at: at(4, 12), details: { guess: "GB18030" } };
    expect(problemsWithTitle(GB18030)).toMatchObject([expected]);
  });

  it("is reported behind characters that happen to be UTF-8", () => {
    // 模 is C4 A3 in GBK, which UTF-8 reads as one letter.
    expect(problemsWithTitle([0xc4, 0xa3, ...GB18030])).toMatchObject([{ code: "E-ENCODING", at: at(4, 13) }]);
  });

  it("is recognized as Big5", () => {
    expect(problemsWithTitle(BIG5)).toMatchObject([{ code: "E-ENCODING", at: at(4, 12), details: { guess: "Big5" } }]);
  });

  it.each([
    ["UTF-16LE", Buffer.from(`\ufeff${PART}`, "utf16le")],
    ["UTF-16BE", Buffer.from(`\ufeff${PART}`, "utf16le").swap16()],
    ["UTF-16LE without a byte order mark", Buffer.from(PART, "utf16le")],
    ["UTF-16LE without a byte order mark or Chinese", Buffer.from("section: s1-1\ntasks: []\n", "utf16le")],
  ])("is reported once: %s", (_, bytes) => {
    const problems = problemsOf({ "1-1.yaml": bytes, "plan.yaml": HEAD });
    expect(problems).toMatchObject([{ code: "E-ENCODING", details: { guess: "UTF-16" } }]);
    expect(problems[0]?.at).toMatchObject({ file: "1-1.yaml", line: 1 });
  });
});

describe("a bad byte in UTF-8", () => {
  it.each([
    ["a byte that never occurs in UTF-8", [0xff]],
    ["a continuation byte without a beginning", [0x8f]],
    ["an incomplete character", [0xe9, 0x87]],
    ["an overlong slash", [0xc0, 0xaf]],
    ["half of a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a character beyond the last code point", [0xf4, 0x90, 0x80, 0x80]],
  ])("is reported at its place: %s", (_, bytes) => {
    const title = [...Buffer.from("提升𠮷"), ...bytes, ...Buffer.from("质量")];
    expect(problemsWithTitle(title)).toMatchObject([{ code: "E-ENCODING", at: at(4, 12 + 2 + 2) }]);
  });

  it("is reported at the end of a truncated file", () => {
    const bytes = Buffer.from(PART.trimEnd());
    const [problem] = problemsOf({ "1-1.yaml": bytes.subarray(0, -1), "plan.yaml": HEAD });
    expect(problem).toMatchObject({ code: "E-ENCODING", at: at(16, 15 + "出台办法".length) });
  });

  it("does not make a real plan file look like another encoding", () => {
    const bytes = readFileSync(join(import.meta.dirname, "../../plan/2-1.yaml"));
    const cut = Buffer.concat([bytes.subarray(0, bytes.lastIndexOf("培训。")), Buffer.from([0xe5, 0x9f, 0x0a])]);
    const [problem] = problemsOf({ "1-1.yaml": cut, "plan.yaml": HEAD });
    expect(problem).toMatchObject({ code: "E-ENCODING", details: { guess: null } });
  });
});
