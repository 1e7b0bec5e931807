/** Plans with random damage: nothing is thrown, and every problem has a place in its file. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Problem } from "../../src/core/problem.ts";
import { HEAD, PART, readFiles } from "./small-plan.ts";

const RUNS = { seed: 20170101, numRuns: 2000 };

/** What people type by mistake, and what a parser stumbles on. */
const SNIPPETS = [
  ...[
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    "  ",
    "\u3000",
    "\u00a0",
    "\ufeff",
    "\u0000",
    "\u202e",
    "：",
    "，",
    "【",
    "－",
    "“",
    "\u2028",
  ],
  ...[
    "&a",
    "*a",
    "!b",
    "%",
    "? ",
    "- ",
    ": ",
    "#",
    " #",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    ">",
    "'",
    '"',
    "\\",
    "@",
    "`",
    "<<: ",
    "~",
  ],
  ...[
    "---\n",
    "...\n",
    "<<<<<<< a\n",
    "=======\n",
    "1e999",
    ".inf",
    "__proto__: ",
    "constructor: ",
    "id: ",
    "x-",
    "𠮷",
  ],
];

type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(
    ([where, byte]): Mutation =>
      (bytes) =>
        splice(bytes, where, 1, Buffer.from([byte])),
  ),
  fc.tuple(place, fc.nat(40)).map(
    ([where, count]): Mutation =>
      (bytes) =>
        splice(bytes, where, count, Buffer.alloc(0)),
  ),
  fc.tuple(place, fc.constantFrom(...SNIPPETS)).map(
    ([where, text]): Mutation =>
      (bytes) =>
        splice(bytes, where, 0, Buffer.from(text)),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Mutation =>
      (bytes) =>
        moveLine(bytes, from, to, false),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Mutation =>
      (bytes) =>
        moveLine(bytes, from, to, true),
  ),
  place.map(
    (where): Mutation =>
      (bytes) =>
        bytes.subarray(0, Math.floor(where * bytes.length)),
  ),
);

function splice(bytes: Buffer, where: number, count: number, added: Buffer): Buffer {
  const at = Math.floor(where * bytes.length);
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + count)]);
}

function moveLine(bytes: Buffer, from: number, to: number, keep: boolean): Buffer {
  const lines = bytes.toString("latin1").split("\n");
  const [source, target] = [from, to].map((where) => Math.floor(where * lines.length));
  const line = lines[source ?? 0] ?? "";
  const rest = keep ? lines : lines.filter((_, index) => index !== source);
  return Buffer.from([...rest.slice(0, target), line, ...rest.slice(target)].join("\n"), "latin1");
}

/** The file's lines as an editor shows them, without line ends and without a mark of byte order at the start. */
function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split("\n")
    .map((line) => line.replace(/\r$/, ""));
}

function expectPlaceInside({ at, code, excerpt }: Problem, files: Readonly<Record<string, Buffer>>): void {
  if (at === null) return expect(code).toBe("E-NO-HEAD");
  const lines = linesOf(files[at.file] ?? Buffer.alloc(0));
  const [first, last] = [lines[at.line - 1], lines[at.endLine - 1]];
  if (first === undefined || last === undefined) throw new Error(`${code} stands in line ${at.line}, which is none`);
  expect(at.column).toBeGreaterThanOrEqual(1);
  expect(at.column, code).toBeLessThanOrEqual(first.length + 1);
  // A mark behind the last character is one wide.
  expect(at.endColumn, code).toBeLessThanOrEqual(last.length + 2);
  expect(at.endLine > at.line || at.endColumn >= at.column, `${code} ends before it begins`).toBe(true);
  if (code !== "E-ENCODING" && code !== "E-LIMIT") expect(excerpt?.replace(/\r$/, "")).toBe(first);
}

it("2,000 damaged plans throw nothing, and each problem stands in its file", () => {
  const damage = fc.tuple(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.array(mutation, { maxLength: 1 }));
  fc.assert(
    fc.property(damage, ([ofPart, ofHead]) => {
      const apply = (text: string, all: readonly Mutation[]): Buffer =>
        all.reduce<Buffer>((bytes, one) => one(bytes), Buffer.from(text));
      const files = { "1-1.yaml": apply(PART, ofPart), "plan.yaml": apply(HEAD, ofHead) };
      const { plan, problems } = readFiles(files);
      expect(plan === null).toBe(problems.length > 0);
      for (const problem of problems) expectPlaceInside(problem, files);
    }),
    RUNS,
  );
}, 60_000);
