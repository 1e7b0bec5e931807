/** Damaged lines that share a cause are reported once. */
import { describe, expect, it } from "vitest";
import { causesOf } from "../../src/storage/journal-causes.ts";
import { LINES, content, readBytes, sealed } from "./journal-samples.ts";

/** `1 +48 GB18030`: the first line, the number of lines, and the cause. */
function causes(bytes: string | Uint8Array): string[] {
  return causesOf(readBytes(bytes).damaged).map(
    ({ first, lines, cause }) => `${first.line} +${lines} ${cause ?? first.fault}`,
  );
}

/** Encodes the text with two bytes for each Chinese character. */
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
  it("is reported once: GBK", () => {
    expect(causes(encoded(journal, "gb18030"))).toEqual(["1 +48 GB18030"]);
  });

  it("is reported once: Big5", () => {
    const lines = [sealed(content({ note: "中文" })), sealed(content({ note: "文中" })), ""].join("\n");
    expect(causes(encoded(lines, "big5"))).toEqual(["1 +2 Big5"]);
  });

  it.each([
    ["with a byte order mark", `\ufeff${journal}`],
    ["without it", journal],
    ["with CRLF", journal.replaceAll("\n", "\r\n")],
  ])("is reported once: UTF-16 %s", (_, text) => {
    expect(causes(Buffer.from(text, "utf16le"))).toEqual([expect.stringMatching(/^1 \+\d+ UTF-16$/)]);
  });

  it("is reported separately from other damage", () => {
    const bytes = Buffer.concat([Buffer.from(`${first}\n`), encoded(`${second}\n`, "gb18030"), Buffer.from("x\n")]);
    expect(causes(bytes)).toEqual(["2 +1 GB18030", "3 +1 not a record"]);
  });

  it("is not guessed from a single changed byte", () => {
    const bytes = Buffer.from(journal);
    bytes[bytes.indexOf("综")] = 0xff;
    expect(causes(bytes)).toEqual(["1 +1 changed"]);
  });
});

describe("records that an editor spread over lines", () => {
  it("are reported once for each place", () => {
    const text = [pretty(first), second, pretty(third), ""].join("\n");
    const height = heightOf(pretty(first));
    expect(causes(text)).toEqual([`1 +${height} reformatted`, `${height + 2} +${heightOf(pretty(third))} reformatted`]);
  });

  it("are reported once if the whole file is like this", () => {
    const text = LINES.map(pretty).join("\n");
    expect(causes(text)).toEqual([`1 +${heightOf(text)} reformatted`]);
    const list = JSON.stringify(
      LINES.map((line): unknown => JSON.parse(line)),
      null,
      2,
    );
    expect(causes(list)).toEqual([`1 +${heightOf(list)} reformatted`]);
  });

  it("are reported separately from the damage around them", () => {
    expect(causes(`x\n${pretty(first)}\ny\n`)).toEqual([
      "1 +1 not a record",
      `2 +${heightOf(pretty(first))} reformatted`,
      `${heightOf(pretty(first)) + 2} +1 not a record`,
    ]);
  });

  it("are not guessed: the lines of a value without an end are reported one by one", () => {
    expect(causes('{\n  "v": 1,\n  "of": [\n')).toEqual([
      "1 +1 not a record",
      "2 +1 not a record",
      "3 +1 not a record",
    ]);
    expect(causes("{\nx\n}\n")).toHaveLength(3);
  });

  it("are not searched for at every one of very many lines", () => {
    expect(causes(`${"{\n".repeat(20_000)}}\n`)).toHaveLength(20_001);
  }, 5_000);
});
