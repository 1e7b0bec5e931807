/** Converts between a record and its line, whose bytes are never rewritten. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { RecordFacts } from "../../src/core/journal/record.ts";
import {
  MAX_LINE_BYTES,
  decodeLine,
  describeMilestone,
  digestOf,
  encodeRecord,
} from "../../src/storage/journal-line.ts";
import { day, milestone } from "../support/builders.ts";
import { EXAMPLE, LINES, SEALED, content, idOf, sealed } from "./journal-samples.ts";

const T = "2017-06-21T01:12:03.123Z";
const bytes = (line: string): Buffer => Buffer.from(line, "utf8");

/** All facts, in an order in which no line has them. */
const ALL_FACTS: RecordFacts = {
  of: ["b".repeat(32)],
  evidence: [
    { kind: "doc", value: "示例〔2017〕1号" },
    { kind: "link", value: "https://example.org/?a=1&b=“2”" },
  ],
  next: "催办",
  problem: "会签未回",
  note: '引号"和反斜线\\',
  from: "专利代办处",
  approver: "局长办公会",
  reason: "场地未完工",
  to: day("2017-09-30"),
  mode: "add",
  value: 1.5,
  percent: 80,
  was: "2017-04-01..2017-06-30#1a2b3c4d",
  on: day("2017-06-20"),
  ref: "10-1",
  do: "done",
  by: "综合科",
};

const ALL_BODY =
  `{"v":1,"t":"${T}","by":"综合科","do":"done","ref":"10-1","on":"2017-06-20","was":"2017-04-01..2017-06-30#1a2b3c4d",` +
  '"percent":80,"value":1.5,"mode":"add","to":"2017-09-30","reason":"场地未完工","approver":"局长办公会",' +
  '"from":"专利代办处","note":"引号\\"和反斜线\\\\","problem":"会签未回","next":"催办",' +
  '"evidence":[{"kind":"doc","value":"示例〔2017〕1号"},{"kind":"link","value":"https://example.org/?a=1&b=“2”"}],' +
  `"of":["${"b".repeat(32)}"],"prev":["${"c".repeat(32)}","${"d".repeat(32)}"]`;

describe("a written line", () => {
  it("has the keys in the order of the format, whatever the order of the facts", () => {
    const { line } = encodeRecord(ALL_FACTS, T, ["c".repeat(32), "d".repeat(32)]);
    expect(line.slice(0, line.lastIndexOf(',"id":'))).toBe(ALL_BODY);
  });

  it("leaves out what is empty, except `of` and `prev`", () => {
    const { line } = encodeRecord({ by: "clerk", do: "done", ref: "10-1", on: day("2017-06-20"), of: [] }, T, []);
    const body = `{"v":1,"t":"${T}","by":"clerk","do":"done","ref":"10-1","on":"2017-06-20","of":[],"prev":[]`;
    expect(line).toBe(`${body},"id":"${idOf(body)}"}`);
  });

  it("keeps what is zero", () => {
    const facts = { by: "a", do: "progress", ref: "10-1", on: day("2017-06-20"), percent: 0, of: [] } as const;
    expect(encodeRecord(facts, T, []).line).toContain('"on":"2017-06-20","percent":0,"of":[]');
  });

  it("ends with the first 128 bits of SHA-256 over the bytes before the id", () => {
    const { line, record } = encodeRecord(ALL_FACTS, T, ["c".repeat(32), "d".repeat(32)]);
    const digest = createHash("sha256").update(ALL_BODY, "utf8").digest("hex");
    expect(line.slice(ALL_BODY.length)).toBe(`,"id":"${digest.slice(0, 32)}"}`);
    expect(record.id).toBe(digest.slice(0, 32));
  });

  it("is one line: it contains no line end", () => {
    const facts = { ...ALL_FACTS, note: "a\nb\u2028c" };
    expect(encodeRecord(facts, T, []).line).not.toMatch(/[\n\r]/);
  });

  it("decodes to the record that it was made from", () => {
    const { line, record } = encodeRecord(ALL_FACTS, T, ["c".repeat(32)]);
    expect(decodeLine(bytes(line))).toEqual({ record });
    expect(record).toEqual({ v: 1, t: T, ...ALL_FACTS, prev: ["c".repeat(32)], id: record.id });
  });

  it("is the same for the same facts, clock and heads, and different for any others", () => {
    const line = (facts: RecordFacts, t = T, prev: string[] = []): string => encodeRecord(facts, t, prev).line;
    const lines = [
      line(ALL_FACTS),
      line({ ...ALL_FACTS, by: "a" }),
      line(ALL_FACTS, "2017-06-21T01:12:03.124Z"),
      line(ALL_FACTS, T, ["a".repeat(32)]),
    ];
    expect(line({ ...ALL_FACTS })).toBe(lines[0]);
    expect(new Set(lines).size).toBe(4);
  });
});

describe("the example journal", () => {
  it("has 48 records, each with the id of its bytes", () => {
    const decoded = LINES.map((line) => decodeLine(bytes(line)));
    const ids = decoded.map((one) => ("record" in one ? one.record.id : "no record"));
    expect(ids).toEqual(LINES.map((line) => idOf(line.slice(0, line.lastIndexOf(',"id":')))));
    expect(ids).toHaveLength(48);
    expect(ids.at(-1)).toMatch(/^4518f647/);
  });

  it("is encoded to the same bytes again", () => {
    const again = LINES.map((line) => {
      const {
        v: _v,
        t,
        prev,
        id: _id,
        ...facts
      } = JSON.parse(line) as RecordFacts & { v: 1; t: string; prev: string[]; id: string };
      return encodeRecord(facts, t, prev).line;
    });
    expect(Buffer.from(`${again.join("\n")}\n`)).toEqual(EXAMPLE);
  });
});

describe("a milestone as a record describes it", () => {
  it("consists of its window and 8 digits of its text's hash", () => {
    const what = milestone({ window: "2017-07-01..2017-09-30", text: "出台办法。" });
    const digest = createHash("sha256").update("出台办法。", "utf8").digest("hex");
    expect(describeMilestone(what)).toBe(`2017-07-01..2017-09-30#${digest.slice(0, 8)}`);
  });
});

describe("a line of another kind", () => {
  const kindOf = (line: string): string => Object.keys(decodeLine(bytes(line))).join("+");

  it.each([
    ["a later version", content({ v: 2 })],
    ["no version", { ...content(), v: undefined }],
    ["no day", { ...content(), on: undefined }],
    ["no day that exists", content({ on: "2017-02-29" })],
    ["an extension to no day that exists", content({ do: "extend", to: "2017-06-31" })],
    ["a number for a name", content({ by: 1 })],
    ["no list of heads", content({ prev: "a" })],
    ["a list of numbers for ids", content({ of: [1] })],
    ["no clock", content({ t: "yesterday" })],
    ["a clock in a month that does not exist", content({ t: "2017-13-01T01:12:03.123Z" })],
    ["a clock at an hour that does not exist", content({ t: "2017-06-21T25:12:03.123Z" })],
    ["a number for a note", content({ note: 5 })],
    ["a text for evidence", content({ evidence: "doc" })],
    ["evidence that is null", content({ evidence: [null] })],
    ["a text for a percentage", content({ do: "progress", percent: "80" })],
    ["a percentage above 100", content({ do: "progress", percent: 250 })],
    ["a percentage below 0", content({ do: "progress", percent: -1 })],
    ["a percentage that is not a whole number", content({ do: "progress", percent: 12.5 })],
    ["progress without a percentage", content({ do: "progress" })],
    ["an extension without a day", content({ do: "extend" })],
    ["a reading without a value", content({ do: "reading", ref: "10/agencies" })],
    ["a value with an unknown mode", content({ do: "reading", ref: "10/agencies", value: 5, mode: "mean" })],
    ["a list of lists", [[[]]]],
    ["only null", { v: null }],
  ])("is known by its id but not a record: %s", (_, value) => {
    const line = sealed(value);
    expect(decodeLine(bytes(line))).toEqual({ unknown: { id: line.slice(-34, -2) } });
  });

  it("is known by its id but not a record: a value too large for a number", () => {
    const body = JSON.stringify(content({ do: "reading", ref: "10/agencies", value: 7 })).replace(
      '"value":7',
      '"value":1e999',
    );
    const sealedLine = `${body.slice(0, -1)},"id":"${idOf(body.slice(0, -1))}"}`;
    expect(decodeLine(bytes(sealedLine))).toEqual({ unknown: { id: idOf(body.slice(0, -1)) } });
  });

  it.each(['{"v":1,nonsense', "{", "x"])("is known by its id even if its bytes are not JSON: %s", (body) => {
    expect(decodeLine(bytes(`${body},"id":"${idOf(body)}"}`))).toEqual({ unknown: { id: idOf(body) } });
  });

  it.each([
    ["an unknown kind", content({ do: "verify" })],
    ["an unknown field", content({ mood: "good" })],
  ])("is kept if only a part of it is unknown: %s", (_, value) => {
    expect(kindOf(sealed(value))).not.toContain("damage");
  });

  it.each([
    ["nothing", "", "not a record"],
    ["a blank", " ", "not a record"],
    ["a brace", "{", "not a record"],
    ["NULs", "\0".repeat(100), "not a record"],
    ["a conflict marker", "<<<<<<< HEAD", "conflict"],
    ["a record without its end", SEALED.slice(0, -1), "torn"],
    ["a record without its id", SEALED.slice(0, SEALED.lastIndexOf(',"id"')), "torn"],
    [
      "a record with an id in capitals",
      SEALED.replace(/"id":"(.*)"}$/, (_, id: string) => `"id":"${id.toUpperCase()}"}`),
      "torn",
    ],
    ["a record with another id", `${SEALED.slice(0, -34)}${"0".repeat(32)}"}`, "changed"],
    ["a record with another day", SEALED.replace("2017-06-20", "2017-06-19"), "changed"],
    ["a record with an extra space", SEALED.replace('"v":1,', '"v": 1,'), "changed"],
    ["a record with two keys swapped", SEALED.replace('"of":[],"prev":[]', '"prev":[],"of":[]'), "changed"],
  ])("is damage: %s", (_, line, damage) => {
    expect(decodeLine(bytes(line))).toMatchObject({ damage });
  });

  it("shows the readable beginning of a long damaged line", () => {
    const decoded = decodeLine(bytes("坏".repeat(1000)));
    expect("readable" in decoded && decoded.readable).toBe(`${"坏".repeat(120)}…`);
  });

  it("shows a damaged line whole if it is short enough", () => {
    const decoded = decodeLine(bytes("坏".repeat(120)));
    expect("readable" in decoded && decoded.readable).toBe("坏".repeat(120));
  });
});

it("the longest line has 16 KiB", () => {
  expect(MAX_LINE_BYTES).toBe(16_384);
});

it("a digest is the hash of the sorted ids, each once and on a line of its own", () => {
  const digest = createHash("sha256").update("1a\n2b\n9c\n").digest("hex").slice(0, 16);
  expect(
    [
      ["9c", "1a", "2b"],
      ["2b", "1a", "9c", "1a", "9c"],
    ].map(digestOf),
  ).toEqual([digest, digest]);
});
