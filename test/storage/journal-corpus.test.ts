/** Journals as careless tools leave them: all good records are read, and each damage is reported with its line. */
import { describe, expect, it } from "vitest";
import { EXAMPLE, LINES, SEALED, content, countsOf, damageOf, idOf, readBytes, sealed } from "./journal-samples.ts";

const [first = "", second = "", third = ""] = LINES;
const all = LINES.map((line) => line.slice(-34, -2));
const idsOf = (bytes: string | Uint8Array): string[] => readBytes(bytes).records.map(({ id }) => id);

/** The bytes of 中文 in GBK. */
const GBK = Buffer.from([0xd6, 0xd0, 0xce, 0xc4]);

describe("all 48 records are read", () => {
  it.each([
    ["with CRLF", `${LINES.join("\r\n")}\r\n`],
    ["with CR CR LF", `${LINES.join("\r\r\n")}\r\r\n`],
    ["with a byte order mark", `\ufeff${LINES.join("\n")}\n`],
    ["with a byte order mark and CRLF", `\ufeff${LINES.join("\r\n")}\r\n`],
    ["with blank lines", `\n\n${LINES.join("\n\n\n")}\n\n\n`],
    ["with blank lines and CRLF", `\r\n${LINES.join("\r\n\r\n")}\r\n\r\n`],
    ["with lines of blanks and tabs", ` \n\t\n${LINES.join("\n  \t\n")}\n   `],
    ["without a line end at the end", LINES.join("\n")],
    ["with one CR at the end", `${LINES.join("\n")}\r`],
  ])("%s", (_, text) => {
    const reading = readBytes(text);
    expect(countsOf(reading)).toEqual([48, 0, 0]);
    expect(reading.records.map(({ id }) => id)).toEqual(all);
  });

  it.each([
    ["NULs at the end", Buffer.concat([EXAMPLE, Buffer.alloc(512)]), ["49 not a record"]],
    ["a note in GBK", Buffer.concat([GBK, Buffer.from("\n"), EXAMPLE]), ["1 not a record"]],
    ["a line of 100 KB", Buffer.concat([Buffer.from(`${"x".repeat(100_000)}\n`), EXAMPLE]), ["1 not a record"]],
    [
      "a line of 10 MB",
      Buffer.concat([Buffer.alloc(10_000_000, 0x5b), Buffer.from("\n"), EXAMPLE]),
      ["1 not a record"],
    ],
    ["a comment", `${first}\n# 手工说明\n${LINES.slice(1).join("\n")}\n`, ["2 not a record"]],
    ["half a record in the middle", `${first}\n${second.slice(0, 99)}\n${LINES.slice(1).join("\n")}\n`, ["2 torn"]],
    ["a byte order mark inside", `${first}\n\ufeff\n${LINES.slice(1).join("\n")}\n`, ["2 not a record"]],
  ])("and one damage is reported: %s", (_, bytes, damage) => {
    const reading = readBytes(bytes);
    expect(damageOf(reading)).toEqual(damage);
    expect(reading.records.map(({ id }) => id)).toEqual(all);
  });

  it("from both sides of a conflict, and its markers are reported", () => {
    const text = ["<<<<<<< HEAD", ...LINES.slice(0, 20), "=======", ...LINES.slice(20), ">>>>>>> theirs", ""].join(
      "\n",
    );
    const reading = readBytes(text);
    expect(reading.records.map(({ id }) => id)).toEqual(all);
    expect(reading.damaged.map(({ line }) => line)).toEqual([1, 22, 51]);
  });

  it("in any order and with repetitions, with the line of the first occurrence", () => {
    const reading = readBytes([third, first, second, third, ""].join("\n"));
    expect(reading.records.map(({ id }) => id)).toEqual([all[2], all[0], all[1], all[2]]);
    expect(reading.origins.get(all[2] ?? "")).toEqual({ file: "journal.jsonl", line: 1 });
  });
});

describe("what no journal should hold", () => {
  it("a record that an editor pretty-printed: the others count", () => {
    const pretty = JSON.stringify(JSON.parse(second), null, 2);
    const reading = readBytes(`${first}\n${pretty}\n${third}\n`);
    expect(reading.records.map(({ id }) => id)).toEqual([all[0], all[2]]);
    expect(reading.damaged[0]?.line).toBe(2);
  });

  it("a record that an editor saved in GBK: changed", () => {
    const [before = "", after = ""] = first.split("综合科");
    const bytes = Buffer.concat([Buffer.from(before), GBK, Buffer.from(`${after}\n${second}\n`)]);
    expect(damageOf(readBytes(bytes))).toEqual(["1 changed"]);
    expect(idsOf(bytes)).toEqual([all[1]]);
  });

  it("a record of a later version: kept by its id, with its line", () => {
    const later = sealed(content({ v: 2 }));
    const reading = readBytes(`${first}\n${later}\n${second}\n`);
    expect(countsOf(reading)).toEqual([2, 0, 1]);
    expect(reading.unknown).toEqual([{ id: later.slice(-34, -2), file: "journal.jsonl", line: 2 }]);
  });

  it("a list nested 100,000 deep: kept by its id", () => {
    const body = `{"v":1,"x":${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const reading = readBytes(`${body},"id":"${idOf(body)}"}\n${first}\n`);
    expect(countsOf(reading)).toEqual([1, 0, 1]);
  });

  it("very many brackets without an end: one damage", () => {
    expect(countsOf(readBytes(`${"[".repeat(100_000)}\n${first}\n`))).toEqual([1, 1, 0]);
  });

  it("a key __proto__: no other record changes", () => {
    const body = JSON.stringify(content()).replace('"of":', '"__proto__":{"do":"revoke"},"of":').slice(0, -1);
    readBytes(`${body},"id":"${idOf(body)}"}\n`);
    expect({}).not.toHaveProperty("do");
  });

  it("nothing: no records", () => {
    expect(countsOf(readBytes(""))).toEqual([0, 0, 0]);
    expect(countsOf(readBytes("\n\r\n"))).toEqual([0, 0, 0]);
    expect(countsOf(readBytes("\ufeff"))).toEqual([0, 0, 0]);
  });

  it("a very long damaged line: only a part of it is shown", () => {
    const [damage] = readBytes(`${"坏".repeat(5000)}\n${SEALED}\n`).damaged;
    expect(damage?.readable).toBe(`${"坏".repeat(120)}…`);
  });
});
