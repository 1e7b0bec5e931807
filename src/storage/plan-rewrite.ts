/** Rewrites plan files for another year in place: comments, layout and all else stay as they are. */
import type { Path } from "../core/draft.ts";
import { carriedOverFrom, shiftTitle, shiftWhen } from "../core/next-year.ts";
import type { Place } from "../core/problem.ts";
import type { FileContent } from "./plan-files.ts";
import { modeline } from "./plan-schema.ts";
import { valueAt } from "./plan-paths.ts";
import { listAt } from "./settlements.ts";
import type { TextSource } from "./text-source.ts";
import { type YamlDocument, readYaml } from "./yaml-document.ts";
import { yamlScalar } from "./yaml-text.ts";

/** An unfinished milestone of the old plan that is added to its task in the new one. */
export interface CarriedMilestone {
  readonly id: string;
  readonly task: string;
  readonly when: string;
  readonly text: string;
  readonly remarks: string;
}

/** The years between which a plan is moved, and the milestones to carry over. */
export interface YearMove {
  readonly from: number;
  readonly to: number;
  readonly carried: readonly CarriedMilestone[];
  /** The comment above milestones carried over from a year. */
  readonly comment: (year: number) => string;
}

/** A rewritten file. */
export interface Rewritten {
  readonly text: string;
  /** Ids of milestones that were not added, because their task's list is written in brackets. */
  readonly left: readonly string[];
  /** Ids of milestones removed: they had been carried over into the old plan, and are not the new year's own work. */
  readonly dropped: readonly string[];
  /** Ids of such milestones that stay, because their list is written in brackets. */
  readonly kept: readonly string[];
}

/** A range of the text (offsets, `end` exclusive), and its replacement. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The file rewritten for the other year. Its path is relative to the plan folder, and its plan must be free of mistakes. */
export function rewriteForYear({ file, bytes }: FileContent, move: YearMove): Rewritten {
  const document = readYaml(file, bytes);
  const { text } = document.source;
  const tasks = tasksOf(document.value);
  const insertions = tasks.map((task) => insertionFor(document, task, move));
  const removals = tasks.map((task) => removalFrom(document, task, move));
  const gone = removals.flatMap(({ edits }) => edits);
  const isGone = ({ start }: Edit): boolean => gone.some((edit) => edit.start <= start && start < edit.end);
  const edits = [
    ...editsBelow(document, document.value, [], move).filter((edit) => !isGone(edit)),
    ...modelineEdit(text, document.value, file.split("/").length - 1),
    ...insertions.flatMap(({ edit }) => (edit === null ? [] : [edit])),
    ...gone,
  ];
  return {
    text: applied(text, edits),
    left: insertions.flatMap(({ left }) => left),
    dropped: removals.flatMap(({ dropped }) => dropped),
    kept: removals.flatMap(({ kept }) => kept),
  };
}

/** How the value of each of these keys changes; all others stay. */
const BY_KEY: Readonly<Record<string, (raw: string, move: YearMove) => string>> = {
  year: (_, { to }) => String(to),
  when: (raw, { from, to }) => shiftWhen(raw, to - from),
  due: (raw, { from, to }) => shiftWhen(raw, to - from),
  // What was added during a year belongs to the next one from its first day.
  added: (_, { to }) => `${to}-01-01`,
};

function editsBelow(document: YamlDocument, value: unknown, path: Path, move: YearMove): Edit[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, at) => editsBelow(document, item, [...path, at], move));
  }
  if (typeof value === "object" && value !== null) {
    const own = Object.entries(value).filter(([key]) => !key.startsWith("x-"));
    return own.flatMap(([key, inner]: [string, unknown]) => editsBelow(document, inner, [...path, key], move));
  }
  return scalarEdit(document, path, move);
}

function scalarEdit(document: YamlDocument, path: Path, move: YearMove): Edit[] {
  const { text } = document.source;
  const key = path.findLast((step) => typeof step === "string") ?? "";
  const [start, end] = rangeOf(document.source, document.placeOfValue(path));
  const raw = text.slice(start, end);
  if (path.length === 1 && key === "title") return [{ start, end, text: shiftTitle(raw, move.from, move.to) }];
  // The new plan's day of issue is not known yet.
  if (path.length === 1 && key === "issued") {
    const [at] = rangeOf(document.source, document.placeOfKey(path));
    return [putOut(text, at, end)];
  }
  const change = Object.hasOwn(BY_KEY, key) ? BY_KEY[key] : undefined;
  return change === undefined ? [] : [{ start, end, text: change(raw, move) }];
}

/** Turns an entry of the head into a one-line comment; if the head is written in braces, removes the entry. */
function putOut(text: string, start: number, end: number): Edit {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (start === lineStart) return { start, end, text: `# ${text.slice(start, end).replace(/\s*\n\s*/g, " ")}` };
  const [behind = ""] = /^\s*,\s*/.exec(text.slice(end)) ?? [];
  if (behind !== "") return { start, end: end + behind.length, text: "" };
  const [before = ""] = /,\s*$/.exec(text.slice(0, start)) ?? [];
  return { start: start - before.length, end, text: "" };
}

/** Points the modeline to the schemas in the new plan folder, whatever it says now. */
function modelineEdit(text: string, value: unknown, depth: number): Edit[] {
  const [line = ""] = /^# yaml-language-server: \$schema=\S*(?:plan|tasks)\.schema\.json/.exec(text) ?? [];
  if (line === "") return [];
  const kind = valueAt(value, ["tasks"]) === undefined ? "plan" : "tasks";
  return [{ start: 0, end: line.length, text: modeline(kind, depth) }];
}

interface TaskEntry {
  readonly index: number;
  readonly id: string;
  /** Ids of its milestones. */
  readonly milestones: readonly string[];
}

function tasksOf(value: unknown): TaskEntry[] {
  return listAt(value, ["tasks"]).map((task, index) => ({
    index,
    id: String(valueAt(task, ["id"])),
    milestones: listAt(task, ["milestones"]).map((milestone) => String(valueAt(milestone, ["id"]))),
  }));
}

/** Inserts carried milestones after the task's last one, at the same indentation. */
function insertionFor(
  document: YamlDocument,
  task: TaskEntry,
  { carried, comment, from }: YearMove,
): { readonly edit: Edit | null; readonly left: readonly string[] } {
  const own = carried.filter((milestone) => milestone.task === task.id);
  if (own.length === 0) return { edit: null, left: [] };
  const { text } = document.source;
  const path = ["tasks", task.index, "milestones"];
  const list = document.placeOfValue(path);
  const [start] = rangeOf(document.source, list);
  if (text[start] !== "-") return { edit: null, left: own.map(({ id }) => id) };
  const [, last] = rangeOf(document.source, document.placeOfValue([...path, task.milestones.length - 1]));
  const at = lineEndBehind(text, last);
  const indent = " ".repeat(list.column - 1);
  const lines = [`${indent}# ${comment(from)}`, ...own.flatMap((milestone) => entryLines(milestone, indent))];
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const before = at === text.length && !text.endsWith("\n") ? ending : "";
  return { edit: { start: at, end: at, text: before + lines.map((line) => line + ending).join("") }, left: [] };
}

/**
 * Removes milestones that had been carried over into the old plan, since they were to be done once. Those still open are
 * in `carried` again.
 */
function removalFrom(
  document: YamlDocument,
  { index, id: task, milestones }: TaskEntry,
  { carried, comment }: YearMove,
): { readonly edits: readonly Edit[]; readonly dropped: readonly string[]; readonly kept: readonly string[] } {
  const dropped = milestones.filter((id) => carriedOverFrom(id) !== undefined);
  if (dropped.length === 0) return { edits: [], dropped, kept: [] };
  const { text } = document.source;
  const list = document.placeOfValue(["tasks", index, "milestones"]);
  if (text[rangeOf(document.source, list)[0]] !== "-") return { edits: [], dropped: [], kept: dropped };
  const indent = " ".repeat(list.column - 1);
  const edits = milestones.flatMap((id, at): Edit[] => {
    const year = carriedOverFrom(id);
    if (year === undefined) return [];
    const [first, last] = rangeOf(document.source, document.placeOfValue(["tasks", index, "milestones", at]));
    const start = text.lastIndexOf(`\n${indent}-`, first) + 1;
    const above = text.lastIndexOf("\n", start - 2) + 1;
    const isOurs = text.slice(above, start).trim() === `# ${comment(year)}`;
    return [{ start: isOurs ? above : start, end: lineEndBehind(text, last), text: "" }];
  });
  const [first, ...others] = edits;
  const isEmptied = dropped.length === milestones.length && carried.every((milestone) => milestone.task !== task);
  if (first === undefined || !isEmptied) return { edits, dropped, kept: [] };
  return {
    edits: [{ ...first, text: `${indent} []${text.includes("\r\n") ? "\r\n" : "\n"}` }, ...others],
    dropped,
    kept: [],
  };
}

function lineEndBehind(text: string, offset: number): number {
  const end = text[offset - 1] === "\n" ? offset : text.indexOf("\n", offset) + 1;
  return end === 0 ? text.length : end;
}

function entryLines({ id, when, text, remarks }: CarriedMilestone, indent: string): string[] {
  return [
    `${indent}- id: ${id}`,
    `${indent}  when: ${when}`,
    `${indent}  text: ${yamlScalar(text)}`,
    `${indent}  remarks: ${yamlScalar(remarks)}`,
  ];
}

/** The start and end offsets of a place. */
function rangeOf({ text, starts }: TextSource, place: Place): [number, number] {
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  return [offset(place.line, place.column), offset(place.endLine, place.endColumn)];
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}
