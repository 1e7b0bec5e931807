/** Mistakes as data. Their words are made in one place (i18n/problems), their exit code in another (cli). */
import { compareText } from "./order.ts";

/** Where a problem stands; lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What kind of value a schema wants. */
export type ValueKind = "text" | "number" | "whole number" | "yes or no" | "list" | "map" | "text or list" | "id";

/** Names that would have been right, and the likeliest of them. */
interface Choice {
  readonly known: readonly string[];
  readonly guess: string | null;
  /** Others that are as likely: who followed the guess alone might hand a task to the wrong ones. */
  readonly alike?: readonly string[];
}

/** Each code with the facts that its words need. */
export interface ProblemDetails {
  "E-ENCODING": { readonly guess: "GB18030" | "Big5" | "UTF-16" | null };
  /** `count` where one message stands for a flood of the same character in the file. */
  "E-CHAR": { readonly codePoint: string; readonly count?: number };
  "E-LIMIT": { readonly limit: "size" | "depth" | "tokens"; readonly most: number };
  /** `hides` what cannot be judged until it is mended: all else of the file, or of the item of a list. */
  "E-YAML-FEATURE": {
    readonly feature: "anchor" | "alias" | "tag" | "directive" | "document" | "key" | "merge";
    readonly hides?: "file" | "item";
  };
  "E-SYNTAX": {
    readonly hides?: "file" | "item";
    /**
     * `joined` is a line that became part of the text above; `quoted` a text that goes on behind its quotes, `comment` one that
     * takes a bracket's end with it, `comma` one of a text between brackets.
     */
    readonly fault:
      | ("tab" | "conflict" | "quote" | "quoted" | "colon" | "indent" | "joined")
      | ("bracket" | "comment" | "comma" | "item" | "line ends" | "other");
  };
  /** `found` is the first mark at fault, `expected` the mended line; `count` as in E-CHAR. */
  "E-FULLWIDTH": { readonly key: string; readonly found: string; readonly expected: string; readonly count?: number };
  "E-FILE": { readonly fault: "empty" | "not a map" };
  "E-NO-HEAD": Readonly<Record<string, never>>;
  "E-TWO-HEADS": { readonly first: Place };
  /** `lost` is how an item begins whose beginning is probably missing before the key: `count` of its keys stand twice. */
  "E-DUPLICATE-KEY": { readonly key: string; readonly first: Place; readonly lost?: string; readonly count?: number };
  "E-UNKNOWN-KEY": { readonly key: string } & Choice;
  "E-MISSING-KEY": { readonly key: string };
  /** `found` has its quotes where a number or truth value was quoted. */
  "E-TYPE": {
    readonly key: string;
    readonly expected: ValueKind;
    readonly found: string;
    readonly guess: string | null;
  };
  /** `reserved` is a name that has a meaning of its own, `place` a path where no journal can be. */
  "E-VALUE": { readonly key: string; readonly value: string; readonly fault?: "reserved" | "place" } & Choice;
  /** Empty is a key that must be there, one that may be left out, or an item of the key's list. */
  "E-EMPTY": { readonly key: string; readonly what: "required" | "optional" | "item" };
  "E-NUMBER": {
    readonly key: string;
    readonly value: string;
    readonly least: number | null;
    readonly most: number | null;
    /** Where the number itself cannot be read as such: too many digits, or no plain digits. */
    readonly fault?: "form";
  };
  "E-TARGET": { readonly fault: "missing" | "reversed" };
  /** `isSmall` of divisions and indicators, whose ids are in small letters; `tooLong` where nothing else is wrong. */
  "E-ID": {
    readonly value: string;
    readonly isSmall: boolean;
    readonly guess: string | null;
    readonly tooLong?: { readonly most: number; readonly length: number };
  };
  /** `copied` where one stands for all so many ids of the file, which stand in the other one too. */
  "E-DUPLICATE-ID": { readonly id: string; readonly first: Place; readonly copied?: number };
  "E-DATE": { readonly value: string; readonly guess: string | null };
  "E-WHEN": {
    readonly value: string;
    readonly fault: "grammar" | "no-such-day" | "backwards" | "twice" | "alone";
    readonly guess?: string | null;
  };
  "E-DUE": { readonly fault: "repeating" | "before start"; readonly day: string };
  "E-TIMEZONE": { readonly value: string };
  "E-DIVISION": { readonly name: string } & Choice;
  "E-DISTRICT": { readonly name: string } & Choice;
  "E-THEME": { readonly name: string } & Choice;
  "E-SECTION": { readonly name: string } & Choice;
  "E-REPEATED-NAME": { readonly name: string; readonly first?: Place };
  "W-COMMENT": { readonly cut: string };
  "W-DISTRICT": { readonly name: string; readonly task: string };
  "W-TITLE": { readonly title: string; readonly other: string; readonly first: Place };
  "W-TWICE": { readonly what: string; readonly first: Place };
  /** `due` where something was added after it, `end` of the window that a due day lies far behind. */
  "W-YEAR": {
    readonly what: "start" | "start early" | "due" | "due early" | "due far" | "added" | "added late";
    readonly day: string;
    readonly year: number;
    readonly due?: string;
    readonly end?: string;
  };
  /** `unread` is a file that says it is of the section and is not read. */
  "W-EMPTY-SECTION": { readonly section: string; readonly unread: string | null };
  "W-SETTLED": { readonly code: string };
  /** `kept` of the line's records count; a reformatted record takes several `lines`. */
  "E-JOURNAL-LINE": {
    readonly fault: "torn" | "changed" | "conflict" | "not a record" | "glued" | "mixed" | "reformatted";
    readonly lines: number;
    readonly kept: number;
    readonly readable: string;
  };
  /** The last commit in git has the journal. */
  "E-JOURNAL-GONE": { readonly file: string };
  /** `commit` is how the newest one begins that has the record. */
  "E-JOURNAL-LOST": { readonly id: string; readonly record: string; readonly commit: string };
  "W-JOURNAL-UNKNOWN": { readonly id: string; readonly what: "record" | "kind" | "field"; readonly name: string };
  "W-JOURNAL-PARENT": { readonly id: string; readonly parent: string };
  "W-JOURNAL-DISAGREE": {
    readonly ref: string;
    readonly about: "done" | "revoke" | "accept" | "undone" | "cancel" | "extend" | "progress" | "reading" | "addition";
    readonly records: readonly string[];
  };
  "W-JOURNAL-CLOCK": { readonly id: string; readonly by: string; readonly oddity: "future" | "before parent" };
  "W-JOURNAL-EARLY": { readonly id: string; readonly ref: string; readonly on: string; readonly year: number };
  "W-JOURNAL-CHANGED": { readonly id: string; readonly ref: string; readonly what: "window" | "text" };
  /** A journal where one usually is, with so many records that the plan's own does not have. */
  "W-JOURNAL-UNREAD": { readonly file: string; readonly records: number; readonly own: string };
  "W-GITATTRIBUTES": { readonly line: string };
  /** `formerly` is the task that probably had it, `renamed` the entry of the plan that has its text. */
  "W-JOURNAL-REF": {
    readonly ref: string;
    readonly id: string;
    readonly formerly: string | null;
    readonly renamed: string | null;
  } & Choice;
}

export type ProblemCode = keyof ProblemDetails;
export type Severity = "error" | "warning";

interface ProblemOf<Code extends ProblemCode> {
  readonly code: Code;
  /** Null only for what has no place, such as a file that is not there. */
  readonly at: Place | null;
  /** The line at fault, as it stands in the file. */
  readonly excerpt: string | null;
  readonly details: ProblemDetails[Code];
}

/** One mistake; a union on `code`. */
export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** A mistake before its place is known: rules name a path into a document, storage turns it into a place. */
export type Finding = { [Code in ProblemCode]: Omit<ProblemOf<Code>, "at" | "excerpt"> }[ProblemCode];

/** Codes that begin with W are warnings; they never change an exit code unless asked to. */
export function severityOf(problem: Pick<Problem, "code">): Severity {
  return problem.code.startsWith("W-") ? "warning" : "error";
}

/** Whether it is an error and no warning. */
export function isError(problem: Pick<Problem, "code">): boolean {
  return severityOf(problem) === "error";
}

/** In the order of files and lines. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = ({ at }: Problem): string =>
    at === null ? "" : `${at.file}\0${String(at.line).padStart(9, "0")}\0${String(at.column).padStart(9, "0")}`;
  const keyed = problems.map((problem) => ({ problem, key: key(problem) }));
  return keyed.toSorted((a, b) => compareText(a.key, b.key)).map(({ problem }) => problem);
}

/** At most so many, in their order; where there are more, errors come first, and what is left out are warnings while any are there. */
export function worstFirst(problems: readonly Problem[], most: number): readonly Problem[] {
  if (problems.length <= most) return problems;
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))].slice(0, most);
}

/** `plan/2-1.yaml:31:10`, as editors and terminals make it a link; empty where there is no place. */
export function formatPlace(at: Place | null): string {
  return at === null ? "" : `${at.file}:${at.line}:${at.column}`;
}
