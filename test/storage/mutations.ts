/** Applies random damage to plan files, and checks that each problem has a place in the files. */
import * as fc from "fast-check";
import { type Problem, severityOf } from "../../src/core/problem.ts";
import { readPlanContents } from "../../src/storage/plan-files.ts";
import { HEAD, PART } from "./small-plan.ts";

/** Things that people type by mistake, and that parsers trip over. */
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

export type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
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

/** The file's lines as an editor shows them, without line ends and byte order mark. */
function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split("\n")
    .map((line) => line.replace(/\r$/, ""));
}

/** What is wrong with the problem's place; null if nothing is. */
function misplaced({ at, code, excerpt }: Problem, files: Readonly<Record<string, Buffer>>): string | null {
  if (at === null) return code === "E-NO-HEAD" ? null : `${code} has no place`;
  const lines = linesOf(files[at.file] ?? Buffer.alloc(0));
  const [first, last] = [lines[at.line - 1], lines[at.endLine - 1]];
  if (first === undefined || last === undefined) return `${code} stands in line ${at.line}, which is none`;
  if (at.column < 1 || at.column > first.length + 1) return `${code} stands in column ${at.column} of ${first}`;
  // A mark behind the last character is one column wide.
  if (at.endColumn > last.length + 2) return `${code} ends in column ${at.endColumn} of ${last}`;
  const isBackwards = at.endLine < at.line || (at.endLine === at.line && at.endColumn < at.column);
  if (isBackwards) return `${code} ends before it begins`;
  const isWhole = code === "E-ENCODING" || code === "E-LIMIT" || excerpt?.replace(/\r$/, "") === first;
  return isWhole ? null : `${code} shows ${excerpt} for ${first}`;
}

/** Reads `numRuns` damaged plans. Returns the failures, and the milliseconds that the slowest plan took. */
export function readDamaged(numRuns: number): { readonly failures: readonly string[]; readonly slowest: number } {
  const damage = fc.tuple(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.array(mutation, { maxLength: 1 }));
  const failures: string[] = [];
  let slowest = 0;
  for (const [ofPart, ofHead] of fc.sample(damage, { seed: 20170101, numRuns })) {
    const apply = (text: string, all: readonly Mutation[]): Buffer =>
      all.reduce<Buffer>((bytes, one) => one(bytes), Buffer.from(text));
    const files = { "1-1.yaml": apply(PART, ofPart), "plan.yaml": apply(HEAD, ofHead) };
    const start = performance.now();
    failures.push(...failuresOf(files));
    slowest = Math.max(slowest, performance.now() - start);
  }
  return { failures, slowest };
}

function failuresOf(files: Readonly<Record<string, Buffer>>): string[] {
  try {
    const { plan, problems } = readPlanContents(Object.entries(files).map(([file, bytes]) => ({ file, bytes })));
    const hasErrors = problems.some((problem) => severityOf(problem) === "error");
    const found = problems.flatMap((problem) => misplaced(problem, files) ?? []);
    return (plan === null) === hasErrors ? found : [...found, "there is a plan with errors, or none without"];
  } catch (error) {
    return [`thrown: ${String(error)}`];
  }
}
