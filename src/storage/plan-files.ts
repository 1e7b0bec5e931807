/** Plan folder → plan, or every mistake in its files. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Draft, DraftHead, DraftTask, Path } from "../core/draft.ts";
import { assemblePlan } from "../core/plan-rules/assemble.ts";
import type { Plan } from "../core/plan.ts";
import { type Finding, type Place, type Problem, sortProblems } from "../core/problem.ts";
import { validatePlanHead, validateTasks } from "./generated/validators.mjs";
import { type SchemaFinding, findingsOf } from "./schema-findings.ts";
import { type YamlDocument, locate, readYaml } from "./yaml-document.ts";

/** What a plan folder holds. The plan is null where there is any problem. */
export interface PlanReading {
  readonly plan: Plan | null;
  readonly problems: readonly Problem[];
  /** Paths as shown to people, in the order read. */
  readonly files: readonly string[];
}

/** A file with its document and what its schema says of it. */
interface Judged {
  readonly document: YamlDocument;
  readonly isHead: boolean;
  readonly broken: readonly Path[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every `*.yaml` and `*.yml` below the folder. Paths are shown relative to `base`.
 * Throws what the file system throws where the folder or a file cannot be read.
 */
export function readPlan(folder: string, base: string): PlanReading {
  return readPlanContents(planContents(folder, base));
}

/** The files of a plan folder as they are; their paths are shown relative to `base`. */
export function planContents(folder: string, base: string): FileContent[] {
  return yamlFiles(folder).map((path) => ({ file: shownPath(base, path), bytes: readFileSync(path) }));
}

/** A file's path as it is shown to people, and what it holds. */
export interface FileContent {
  readonly file: string;
  readonly bytes: Buffer;
}

/** The same for files that are in hand already, such as those of an earlier version. */
export function readPlanContents(files: readonly FileContent[]): PlanReading {
  const judged = files.map(({ file, bytes }) => judge(readYaml(file, bytes)));
  const heads = judged.filter(({ isHead }) => isHead);
  const { plan, findings } = assemblePlan(draftOf(judged), (file, path) => documentOf(judged, file).placeOfValue(path));
  const ruled = findings.map(({ file, path, finding }) => {
    const document = documentOf(judged, file);
    return locate(document.source, finding, document.placeOfValue(path));
  });
  const problems = [...judged.flatMap((file) => file.problems), ...headProblems(heads, judged), ...ruled];
  return {
    plan: problems.length === 0 ? plan : null,
    problems: sortProblems(problems),
    files: judged.map(({ document }) => document.source.file),
  };
}

/** Files of the folder and the folders in it, in the order of their names. */
function yamlFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = names.filter((name) => /\.ya?ml$/i.test(name)).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isFile()).toSorted();
}

function judge(document: YamlDocument): Judged {
  const { value } = document;
  const at = document.placeOfValue([]);
  const nothing = { document, isHead: false, broken: [[]] };
  if (!document.readable) return { ...nothing, isHead: looksLikeHead(document), problems: document.problems };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const finding: Finding = { code: "E-FILE", details: { fault: value === null ? "empty" : "not a map" } };
    const problem = locate(document.source, finding, { ...at, endLine: at.line, endColumn: at.column + 1 });
    return { ...nothing, problems: [...document.problems, problem] };
  }
  const isHead = !("tasks" in value || "section" in value);
  const validate = isHead ? validatePlanHead : validateTasks;
  const findings = validate(value) ? [] : findingsOf(validate.errors ?? [], value);
  const problems = findings.map((finding) => locate(document.source, finding.finding, placeOf(document, finding)));
  return { document, isHead, broken: findings.map(brokenPath), problems: [...document.problems, ...problems] };
}

/** What the mistake spoils: a missing key spoils the value that it should have had. */
function brokenPath({ path, finding }: SchemaFinding): Path {
  return finding.code === "E-MISSING-KEY" ? [...path, finding.details.key] : path;
}

/** A file too broken to parse is the head if it says so at the beginning of a line. */
function looksLikeHead(document: YamlDocument): boolean {
  return /^(divisions|themes|sections|timezone)\s*[:：]/m.test(document.source.text);
}

function placeOf(document: YamlDocument, { path, at, finding }: SchemaFinding): Place {
  if (at === "key") return document.placeOfKey(path);
  const place = document.placeOfValue(path);
  const isWhole = finding.code === "E-MISSING-KEY" || finding.code === "E-TARGET";
  return isWhole ? { ...place, endLine: place.line, endColumn: place.column + 1 } : place;
}

function documentOf(judged: readonly Judged[], file: string): YamlDocument {
  const found = judged.find(({ document }) => document.source.file === file);
  if (found === undefined) throw new Error(`no document ${file}`);
  return found.document;
}

function headProblems(heads: readonly Judged[], judged: readonly Judged[]): Problem[] {
  const [first, ...others] = heads;
  if (first === undefined) {
    const unreadable = judged.some(({ document }) => !document.readable);
    return unreadable ? [] : [{ code: "E-NO-HEAD", details: { looksLikeHead: null }, at: null, excerpt: null }];
  }
  const place = first.document.placeOfValue([]);
  return others.map(({ document }) =>
    locate(document.source, { code: "E-TWO-HEADS", details: { first: place } }, document.placeOfValue([])),
  );
}

/** The parts that passed their schemas. */
function draftOf(judged: readonly Judged[]): Draft {
  const head = judged.find(({ isHead }) => isHead);
  return {
    head: head === undefined ? undefined : { file: head.document.source.file, content: soundHead(head) },
    parts: judged
      .filter(({ isHead, document }) => !isHead && document.readable)
      .map((part) => ({
        file: part.document.source.file,
        content: soundTasks(part),
      })),
  };
}

function soundHead({ document, broken }: Judged): Partial<DraftHead> {
  if (typeof document.value !== "object" || document.value === null) return {};
  const entries = Object.entries(document.value).filter(([key]) => isSound(broken, [key]));
  return Object.fromEntries(entries) as Partial<DraftHead>;
}

function soundTasks({ document, broken }: Judged): Draft["parts"][number]["content"] {
  const value = typeof document.value === "object" && document.value !== null ? document.value : {};
  const section: unknown = "section" in value ? value.section : undefined;
  const tasks: unknown = "tasks" in value ? value.tasks : undefined;
  const list: unknown[] = Array.isArray(tasks) ? tasks : [];
  return {
    section: isSound(broken, ["section"]) && typeof section === "string" ? section : undefined,
    // What the schema found no fault in has the schema's type.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    tasks: list.map((task, index) => (isSound(broken, ["tasks", index]) ? (task as DraftTask) : undefined)),
  };
}

/** No mistake stands in the value at the path, nor makes the whole document unsound. */
function isSound(broken: readonly Path[], path: Path): boolean {
  return !broken.some((other) => path.every((step, index) => other.length === 0 || other[index] === step));
}

function shownPath(base: string, path: string): string {
  return relative(base, path).replaceAll("\\", "/");
}
