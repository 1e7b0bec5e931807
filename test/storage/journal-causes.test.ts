/** Many damaged lines with one cause are told once. */
import { describe, expect, it } from "vitest";
import { causesOf } from "../../src/storage/journal-causes.ts";
import { LINES, content, readBytes, sealed } from "./journal-samples.ts";

/** `1 +48 GB18030`: the first line, how many there are, and why. */
function causes(bytes: string | Uint8Array): string[] {
  return causesOf(readBytes(bytes).damaged).map(
    ({ first, lines, cause }) => `${first.line} +${lines} ${cause ?? first.fault}`,
  );
}

/** The text in an encoding of two bytes for each Chinese character. */
function encoded(text: string, encoding: "gb18030" | "big5"): Buffer {
  const bytesOf = new Map<string, Buffer>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const char = decoder.decode(bytes);
      if (!bytesOf.has(char)) bytesOf.set(char, bytes);
    }
  }
  return Buffer.concat(
    [...text].map((char) => (char < "\x80" ? Buffer.from(char) : (bytesOf.get(char) ?? Buffer.alloc(0)))),
  );
}

const journal = `${LINES.join("\n")}\n`;
const pretty = (line: string): string => JSON.stringify(JSON.parse(line), null, 2);
const [first = "", second = "", third = ""] = LINES;
const heightOf = (text: string): number => text.split("\n").length;

describe("a journal in another encoding", () => {
  it("is told once: GBK", () => {
    expect(causes(encoded(journal, "gb18030"))).toEqual(["1 +48 GB18030"]);
  });

  it("is told once: Big5", () => {
    const lines = [sealed(content({ note: "中文" })), sealed(content({ note: "文中" })), ""].join("\n");
    expect(causes(encoded(lines, "big5"))).toEqual(["1 +2 Big5"]);
  });

  it.each([
    ["with its mark", `\ufeff${journal}`],
    ["without it", journal],
    ["with CRLF", journal.replaceAll("\n", "\r\n")],
  ])("is told once: UTF-16 %s", (_, text) => {
    expect(causes(Buffer.from(text, "utf16le"))).toEqual([expect.stringMatching(/^1 \+\d+ UTF-16$/)]);
  });

  it("is told apart from other damage", () => {
    const bytes = Buffer.concat([Buffer.from(`${first}\n`), encoded(`${second}\n`, "gb18030"), Buffer.from("x\n")]);
    expect(causes(bytes)).toEqual(["2 +1 GB18030", "3 +1 not a record"]);
  });

  it("is not made up: a changed byte is no encoding", () => {
    const bytes = Buffer.from(journal);
    bytes[bytes.indexOf("综")] = 0xff;
    expect(causes(bytes)).toEqual(["1 +1 changed"]);
  });
});

describe("records that an editor spread over lines", () => {
  it("are told once for each place", () => {
    const text = [pretty(first), second, pretty(third), ""].join("\n");
    const height = heightOf(pretty(first));
    expect(causes(text)).toEqual([`1 +${height} reformatted`, `${height + 2} +${heightOf(pretty(third))} reformatted`]);
  });

  it("are told once where all of the file is like this", () => {
    const text = LINES.map(pretty).join("\n");
    expect(causes(text)).toEqual([`1 +${heightOf(text)} reformatted`]);
    const list = JSON.stringify(
      LINES.map((line): unknown => JSON.parse(line)),
      null,
      2,
    );
    expect(causes(list)).toEqual([`1 +${heightOf(list)} reformatted`]);
  });

  it("are told apart from what stands around them", () => {
    expect(causes(`x\n${pretty(first)}\ny\n`)).toEqual([
      "1 +1 not a record",
      `2 +${heightOf(pretty(first))} reformatted`,
      `${heightOf(pretty(first)) + 2} +1 not a record`,
    ]);
  });

  it("are not made up: a value without an end is told line by line", () => {
    expect(causes('{\n  "v": 1,\n  "of": [\n')).toEqual([
      "1 +1 not a record",
      "2 +1 not a record",
      "3 +1 not a record",
    ]);
    expect(causes("{\nx\n}\n")).toHaveLength(3);
  });

  it("are not looked for at every line of a flood", () => {
    expect(causes(`${"{\n".repeat(20_000)}}\n`)).toHaveLength(20_001);
  }, 5_000);
});
