/** Problems as data. Their texts are made in one place (i18n/problems), their exit codes in another (cli). */
import { compareText } from "./order.ts";

/** The place of a problem. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The kind of value that a schema asks for. */
export type ValueKind = "text" | "number" | "whole number" | "yes or no" | "list" | "map" | "text or list" | "id";

/** The names that would be valid, and the likeliest of them. */
interface Choice {
  readonly known: readonly string[];
  readonly guess: string | null;
  /** Other names that are just as likely: taking the guess on trust might assign a task to the wrong division. */
  readonly alike?: readonly string[];
}

/** Each code with the facts that its text needs. */
export interface ProblemDetails {
  "E-ENCODING": { readonly guess: "GB18030" | "Big5" | "UTF-16" | null };
  /** `count` if one message stands for many of the same character in the file. */
  "E-CHAR": { readonly codePoint: string; readonly count?: number };
  "E-LIMIT": { readonly limit: "size" | "depth" | "tokens"; readonly most: number };
  /** `hides`: what cannot be checked until this is mended, the rest of the file or of the list item. */
  "E-YAML-FEATURE": {
    readonly feature: "anchor" | "alias" | "tag" | "directive" | "document" | "key" | "merge";
    readonly hides?: "file" | "item";
  };
  "E-SYNTAX": {
    readonly hides?: "file" | "item";
    /**
     * `joined`: a line that became part of the text above. `quoted`: a text that goes on after its closing quote.
     * `comment`: a comment that swallows a closing bracket. `comma`: a comma of a text inside brackets.
     */
    readonly fault:
      | ("tab" | "conflict" | "quote" | "quoted" | "colon" | "indent" | "joined")
      | ("bracket" | "comment" | "comma" | "item" | "line ends" | "other");
  };
  /** `found`: the first full-width mark. `expected`: the mended line. `count`: as in E-CHAR. */
  "E-FULLWIDTH": { readonly key: string; readonly found: string; readonly expected: string; readonly count?: number };
  "E-FILE": { readonly fault: "empty" | "not a map" };
  "E-NO-HEAD": Readonly<Record<string, never>>;
  "E-TWO-HEADS": { readonly first: Place };
  /**
   * `lost`: how a list item begins whose first line is probably missing before the key; `count` of its keys are
   * duplicates.
   */
  "E-DUPLICATE-KEY": { readonly key: string; readonly first: Place; readonly lost?: string; readonly count?: number };
  "E-UNKNOWN-KEY": { readonly key: string } & Choice;
  "E-MISSING-KEY": { readonly key: string };
  /** `found` includes the quotes if a number or truth value was quoted. */
  "E-TYPE": {
    readonly key: string;
    readonly expected: ValueKind;
    readonly found: string;
    readonly guess: string | null;
  };
  /** `reserved`: a name with a meaning of its own. `place`: a path where no journal can be. */
  "E-VALUE": { readonly key: string; readonly value: string; readonly fault?: "reserved" | "place" } & Choice;
  /** What is empty: a required key, an optional one, or an item of the key's list. */
  "E-EMPTY": { readonly key: string; readonly what: "required" | "optional" | "item" };
  "E-NUMBER": {
    readonly key: string;
    readonly value: string;
    readonly least: number | null;
    readonly most: number | null;
    /** Set if the number cannot be read as one: too many digits, or not plain digits. */
    readonly fault?: "form";
  };
  "E-TARGET": { readonly fault: "missing" | "reversed" };
  /**
   * `isSmall`: ids of divisions and indicators, which must be in small letters. `tooLong`: set if nothing else is
   * wrong.
   */
  "E-ID": {
    readonly value: string;
    readonly isSmall: boolean;
    readonly guess: string | null;
    readonly tooLong?: { readonly most: number; readonly length: number };
  };
  /** `copied`: set if this one problem stands for that many ids of the file, all of which the other file has too. */
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
  /**
   * `due`: the due day after which something was added. `end`: the end of the window that a due day lies far behind.
   */
  "W-YEAR": {
    readonly what: "start" | "start early" | "due" | "due early" | "due far" | "added" | "added late";
    readonly day: string;
    readonly year: number;
    readonly due?: string;
    readonly end?: string;
  };
  /** `unread`: a file that says it is of this section but is not read as a plan file. */
  "W-EMPTY-SECTION": { readonly section: string; readonly unread: string | null };
  "W-SETTLED": { readonly code: string };
  /** `kept`: how many of the line's records count. `lines`: more than one for a reformatted record. */
  "E-JOURNAL-LINE": {
    readonly fault: "torn" | "changed" | "conflict" | "not a record" | "glued" | "mixed" | "reformatted";
    readonly lines: number;
    readonly kept: number;
    readonly readable: string;
  };
  /** The journal is gone, but the last git commit has it. */
  "E-JOURNAL-GONE": { readonly file: string };
  /** `commit`: the short id of the newest commit that has the record. */
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
  /** A journal in the usual place that is not the plan's own, with this many records that the plan's own lacks. */
  "W-JOURNAL-UNREAD": { readonly file: string; readonly records: number; readonly own: string };
  "W-GITATTRIBUTES": { readonly line: string };
  /** `formerly`: the task that probably had the reference. `renamed`: the plan's entry that has its text. */
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
  /** Null only if there is no place, as for a missing file. */
  readonly at: Place | null;
  /** The line at fault as it is in the file. */
  readonly excerpt: string | null;
  readonly details: ProblemDetails[Code];
}

/** One problem; a union on `code`. */
export type Problem = { [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** A problem before its place is known: rules give a path into a document, and storage turns it into a place. */
export type Finding = { [Code in ProblemCode]: Omit<ProblemOf<Code>, "at" | "excerpt"> }[ProblemCode];

/** Codes that begin with W are warnings. Warnings never change an exit code unless asked to. */
export function severityOf(problem: Pick<Problem, "code">): Severity {
  return problem.code.startsWith("W-") ? "warning" : "error";
}

/** Whether it is an error, not a warning. */
export function isError(problem: Pick<Problem, "code">): boolean {
  return severityOf(problem) === "error";
}

/** Sorted by file, line and column; problems without a place come first. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = ({ at }: Problem): string =>
    at === null ? "" : `${at.file}\0${String(at.line).padStart(9, "0")}\0${String(at.column).padStart(9, "0")}`;
  const keyed = problems.map((problem) => ({ problem, key: key(problem) }));
  return keyed.toSorted((a, b) => compareText(a.key, b.key)).map(({ problem }) => problem);
}

/**
 * At most `most` problems. If all fit, they keep their order; if not, errors come first and warnings are cut before
 * errors.
 */
export function worstFirst(problems: readonly Problem[], most: number): readonly Problem[] {
  if (problems.length <= most) return problems;
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))].slice(0, most);
}

/** `plan/2-1.yaml:31:10`, which editors and terminals turn into a link; empty without a place. */
export function formatPlace(at: Place | null): string {
  return at === null ? "" : `${at.file}:${at.line}:${at.column}`;
}
