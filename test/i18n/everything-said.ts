/** Collects every text of a part of the catalogue: each function is called with many kinds of arguments. */
import { CHANGE_KINDS, SUBJECTS } from "../../src/core/diff/change.ts";
import { WRITE_KINDS } from "../../src/core/journal/write-kinds.ts";
import { VERDICTS } from "../../src/core/indicators.ts";
import { LIGHT_RULES } from "../../src/core/light-policies.ts";
import { LIGHT_REASONS } from "../../src/core/lights.ts";
import { BASES } from "../../src/core/plan.ts";
import type { ProblemCode, ProblemDetails } from "../../src/core/problem.ts";
import { REPORT_SECTIONS } from "../../src/core/report-template.ts";
import { day, period } from "../support/builders.ts";

/** A text and its path in the catalogue, such as `/check/guess`. */
export interface Said {
  readonly path: string;
  readonly text: string;
}

/** Argument lists for functions that take more than numbers and strings, by the last key of their path. */
const SPECIAL: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  state: [["done"], ["active"], ["overdue"], ["upcoming"], ["cancelled"]],
  light: [["red"], ["yellow"], ["blue"], ["green"], ["grey"]],
  reason: LIGHT_REASONS.map((word) => [word]),
  verdict: VERDICTS.map((word) => [word]),
  basis: BASES.map((word) => [word]),
  lightPolicy: Object.keys(LIGHT_RULES).map((name) => [name]),
  trend: [-1, 0, 1].flatMap((sign) => [true, false].map((isRank) => ["06-30", sign, "2 x", isRank])),
  recordKind: [...WRITE_KINDS, "revoke", "x"].map((word) => [word]),
  numeral: [[1], [9], [10], [11], [20], [26], [99]],
  quarters: [[[1]], [[1, 2]], [[2, 3, 4]], [[1, 3]]],
  sectionTitle: REPORT_SECTIONS.map((section) => [section]),
  fullDay: [[day("2017-06-30")]],
  day: [
    [day("2017-06-30"), 2017],
    [day("2018-01-31"), 2017],
  ],
  joinTitle: [[["A", "B"]]],
  months: [[[6]], [[1, 12]]],
  weekday: Array.from({ length: 7 }, (_, n) => [day(`2017-07-0${n + 1}`)]),
  zone: [["Asia/Shanghai"], ["UTC"], ["Asia/Urumqi"]],
  window: [
    ...["2017-04-01..2017-06-30", "2017-01-01..2017-12-31", "2017-08-01..2017-08-31", "2017-07-01..2017-09-30"],
    ...["2017-04-01..2017-09-30", "2017-11-30..2017-11-30", "2017-07-15..2017-08-02", "2018-01-01..2018-03-31"],
  ].map((text) => [period(text), 2017]),
  paceMethod: [["month"], ["day"]],
  districts: [
    [[], false],
    [[], true],
    [["A"], false],
    [["A", "B"], true],
  ],
  kind: CHANGE_KINDS.map((kind) => [kind]),
  subject: SUBJECTS.map((subject) => [subject]),
  field: ["title", "when", "min", "x"].map((field) => [field]),
  noSuch: (["division", "district", "theme", "section", "task"] as const).map((what) => [what, "x"]),
  cannotOpen: ["", "ENOENT", "EACCES", "EPERM", "ENOTDIR", "EIO"].map((code) => ["x", code]),
  cannotWrite: ["ENOENT", "EACCES", "EPERM", "ENOTDIR", "EEXIST", "ENOTEMPTY", "EROFS", "ENOSPC", "EDQUOT", "EIO"].map(
    (code) => ["x", code],
  ),
  cannotPrint: ["ENOSPC", "EIO", ""].map((code) => [code]),
  writtenAllTheSame: [[["x"]], [["x", "y"]]],
  badOutput: (
    ["no folder", "directory", "symlink", "not a file", "git", "name", "journal", "plan folder", "exists"] as const
  ).map((fault) => ["x", fault]),
  quarterOutside: ([1, 2, 3, 4] as const).map((quarter) => ["x", 2018, quarter, 2017]),
  access: ["directory", "symlink", "not a file", "no access", "no space", "short write", "unstable", "other"].flatMap(
    (fault) => [
      [fault, "x", ""],
      [fault, "x", "EIO"],
    ],
  ),
};

const PLAIN = [0, 1, 2, "x", "", true, false].map((argument) => Array.from({ length: 6 }, () => argument));
const MIXED = [
  ["x", 0, 3, 1, true, true],
  [3, "x", "y", false, 1, 2],
  ["x", "y", "z", 2, 0, 0],
];

/** All texts of a part of the catalogue. */
export function saidBy(part: unknown, path = ""): Said[] {
  if (typeof part === "string") return [{ path, text: part }];
  if (typeof part === "function") {
    const own = SPECIAL[path.split("/").at(-1) ?? ""];
    return (own ?? [...PLAIN, ...MIXED]).flatMap((args) => attempt(part as (...all: unknown[]) => unknown, args, path));
  }
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, below]) => saidBy(below, `${path}/${key}`));
}

/** The text for these arguments; none if they are not of the types that the function takes. */
function attempt(say: (...all: unknown[]) => unknown, args: readonly unknown[], path: string): Said[] {
  try {
    const text = say(...args);
    const isSilly = !Object.hasOwn(SPECIAL, path.split("/").at(-1) ?? "") && /NaN|undefined/.test(String(text));
    return typeof text === "string" && !isSilly ? [{ path, text }] : [];
  } catch {
    return [];
  }
}

const first = { file: "plan/1.yaml", line: 1, column: 1, endLine: 1, endColumn: 2 };
const choice = { known: ["a", "b"], guess: "a" };

/** Details of each problem: one set for each case that its texts distinguish. */
export const DETAILS: { readonly [Code in ProblemCode]: readonly ProblemDetails[Code][] } = {
  "E-ENCODING": [{ guess: "GB18030" }, { guess: "Big5" }, { guess: "UTF-16" }, { guess: null }],
  "E-CHAR": [{ codePoint: "U+202E" }, { codePoint: "U+0000", count: 21 }],
  "E-LIMIT": (["size", "depth", "tokens"] as const).map((limit) => ({ limit, most: 32 })),
  "E-YAML-FEATURE": [
    ...(["anchor", "alias", "tag", "directive", "document", "key", "merge"] as const).map((feature) => ({ feature })),
    { feature: "document", hides: "file" as const },
    { feature: "merge", hides: "item" as const },
  ],
  "E-SYNTAX": [
    ...(
      [
        "tab",
        "conflict",
        "quote",
        "quoted",
        "colon",
        "indent",
        "joined",
        "bracket",
        "comment",
        "comma",
        "item",
        "line ends",
        "other",
      ] as const
    ).map((fault) => ({ fault })),
    { fault: "bracket", hides: "file" as const },
    { fault: "indent", hides: "item" as const },
  ],
  "E-FULLWIDTH": [
    { key: "title", found: "：", expected: "title: x" },
    { key: "title", found: "\u3000", expected: "title: x" },
    { key: "when", found: "，", expected: "when: [Q2, Q4]", count: 21 },
  ],
  "E-FILE": [{ fault: "empty" }, { fault: "not a map" }],
  "E-NO-HEAD": [{}],
  "E-TWO-HEADS": [{ first }],
  "E-DUPLICATE-KEY": [
    { key: "title", first },
    { key: "id", first, lost: "- ", count: 1 },
    { key: "title", first, lost: "- id: …", count: 3 },
  ],
  "E-UNKNOWN-KEY": [{ key: "titel", ...choice }],
  "E-MISSING-KEY": [{ key: "title" }],
  "E-TYPE": [
    ...(["text", "number", "whole number", "yes or no", "list", "map", "text or list", "id"] as const).map(
      (expected) => ({ key: "title", expected, found: "1", guess: null }),
    ),
    { key: "year", expected: "whole number", found: "'1'", guess: "1" },
    { key: "divisions", expected: "list", found: "x", guess: "[x]" },
    { key: "measures", expected: "text", found: "{…}", guess: null },
    { key: "basis", expected: "text", found: "[…]", guess: "stock" },
  ],
  "E-VALUE": [
    { key: "basis", value: "x", ...choice },
    { key: "districts", value: "all", known: [], guess: null, fault: "reserved" },
    { key: "journal", value: "../x.jsonl", known: [], guess: null, fault: "place" },
  ],
  "E-EMPTY": (["required", "optional", "item"] as const).map((what) => ({ key: "title", what })),
  "E-NUMBER": [
    { key: "year", value: "1", least: 1970, most: 2199 },
    { key: "year", value: "1", least: 1970, most: null },
    { key: "year", value: "1", least: null, most: 2199 },
    { key: "min", value: "1e999", least: null, most: null, fault: "form" },
  ],
  "E-TARGET": [{ fault: "missing" }, { fault: "reversed" }],
  "E-ID": [
    { value: "1.1", isSmall: false, guess: "1-1" },
    { value: "FG.K", isSmall: true, guess: null },
    { value: "abc", isSmall: true, guess: null, tooLong: { most: 32, length: 40 } },
  ],
  "E-DUPLICATE-ID": [
    { id: "10", first },
    { id: "10", first, copied: 7 },
  ],
  "E-DATE": [{ value: "2017-02-29", guess: null }],
  "E-WHEN": (["grammar", "no-such-day", "backwards", "twice", "alone"] as const).map((fault) => ({
    value: "x",
    fault,
    guess: null,
  })),
  "E-DUE": (["repeating", "before start"] as const).map((fault) => ({ fault, day: "2017-03-31" })),
  "E-TIMEZONE": [{ value: "CST" }],
  "E-DIVISION": [{ name: "x", ...choice }],
  "E-DISTRICT": [{ name: "x", ...choice }],
  "E-THEME": [{ name: "x", ...choice }],
  "E-SECTION": [{ name: "x", ...choice }],
  "E-REPEATED-NAME": [{ name: "x" }, { name: "x", first }],
  "W-COMMENT": [{ cut: "# sharp" }],
  "W-DISTRICT": [{ name: "x", task: "4" }],
  "W-TITLE": [{ title: "x", other: "y", first }],
  "W-TWICE": [{ what: "x", first }],
  "W-YEAR": [
    { what: "start", day: "2018-01-01", year: 2017 },
    { what: "start early", day: "2016-12-01", year: 2017 },
    { what: "due", day: "2081-06-30", year: 2017 },
    { what: "due early", day: "2016-06-30", year: 2017 },
    { what: "due far", day: "2018-12-31", year: 2017, end: "2017-06-30" },
    { what: "added", day: "2081-01-01", year: 2017 },
    { what: "added late", day: "2017-07-01", year: 2017, due: "2017-06-30" },
  ],
  "W-EMPTY-SECTION": [
    { section: "s2-1", unread: null },
    { section: "s2-1", unread: "plan/2-1.yaml.txt" },
  ],
  "W-SETTLED": [{ code: "W-TITLE" }],
  "E-JOURNAL-LINE": (["torn", "changed", "conflict", "not a record", "glued", "mixed", "reformatted"] as const).map(
    (fault) => ({
      fault,
      lines: 1,
      kept: 1,
      readable: "{",
    }),
  ),
  "E-JOURNAL-GONE": [{ file: "journal.jsonl" }],
  "E-JOURNAL-LOST": [{ id: "4518f647", record: "x", commit: "1a2b3c4d5e" }],
  "W-JOURNAL-UNKNOWN": (["record", "kind", "field"] as const).map((what) => ({ id: "4518f647", what, name: "x" })),
  "W-JOURNAL-PARENT": [{ id: "4518f647", parent: "1f36bc47" }],
  "W-JOURNAL-DISAGREE": (["done", "revoke", "accept", "undone", "addition"] as const).map((about) => ({
    ref: "10-1",
    about,
    records: ["4518f647", "1f36bc47"],
  })),
  "W-JOURNAL-CLOCK": (["future", "before parent"] as const).map((oddity) => ({ id: "4518f647", by: "x", oddity })),
  "W-JOURNAL-EARLY": [{ id: "4518f647", ref: "10-1", on: "2016-06-20", year: 2017 }],
  "W-JOURNAL-CHANGED": (["window", "text"] as const).map((what) => ({ id: "4518f647", ref: "10-1", what })),
  "W-JOURNAL-UNREAD": [
    { file: "journal.jsonl", records: 1, own: "records" },
    { file: "journal", records: 12, own: "journal.jsonl" },
  ],
  "W-GITATTRIBUTES": [{ line: "journal.jsonl text eol=lf merge=union" }],
  "W-JOURNAL-REF": [
    ...[null, "10"].map((formerly) => ({ ref: "10-9", id: "4518f647", formerly, renamed: null, ...choice })),
    { ref: "10/agents", id: "4518f647", formerly: "10", renamed: null, ...choice },
    { ref: "10-9@Q2", id: "4518f647", formerly: null, renamed: "10-8", ...choice },
  ],
};
