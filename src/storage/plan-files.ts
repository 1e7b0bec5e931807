/** Plan folder → plan, or every mistake in its files. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Draft, DraftHead, Path, SoundTask } from "../core/draft.ts";
import { assemblePlan } from "../core/plan-rules/assemble.ts";
import type { Plan } from "../core/plan.ts";
import { type Finding, type Place, type Problem, severityOf, sortProblems } from "../core/problem.ts";
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
  const paths = yamlFiles(folder);
  const documents = paths.map((path) => readYaml(shownPath(base, path), readFileSync(path)));
  const year = yearIn(documents);
  const judged = documents.map((document) => judge(document, year));
  const heads = judged.filter(({ isHead }) => isHead);
  const { plan, findings } = assemblePlan(draftOf(judged), (file, path) => documentOf(judged, file).placeOfValue(path));
  const ruled = findings.map(({ file, path, finding }) => {
    const document = documentOf(judged, file);
    return locate(document.source, finding, document.placeOfValue(path));
  });
  const problems = [...judged.flatMap((file) => file.problems), ...headProblems(heads, judged), ...ruled];
  return {
    plan: problems.every((problem) => severityOf(problem) === "warning") ? plan : null,
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

/** The plan's year, where one file tells it. */
function yearIn(documents: readonly YamlDocument[]): number | null {
  const years = documents.flatMap(({ value }) => {
    const year: unknown = typeof value === "object" && value !== null && "year" in value ? value.year : undefined;
    return typeof year === "number" && Number.isInteger(year) ? [year] : [];
  });
  return years[0] ?? null;
}

function judge(document: YamlDocument, year: number | null): Judged {
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
  const findings = validate(value) ? [] : findingsOf(validate.errors ?? [], { ...document, year });
  const problems = findings.map((finding) =>
    locate(document.source, told(document, finding), placeOf(document, finding)),
  );
  return { document, isHead, broken: findings.map(brokenPath), problems: [...document.problems, ...problems] };
}

/** With the place of the first, where the finding is that something stands twice. */
function told(document: YamlDocument, { finding, first }: SchemaFinding): Finding {
  if (finding.code !== "E-REPEATED-NAME" || first === undefined) return finding;
  return { ...finding, details: { ...finding.details, first: document.placeOfValue(first) } };
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

function soundHead({ document, broken, problems }: Judged): Partial<DraftHead> {
  if (typeof document.value !== "object" || document.value === null) return {};
  const entries = Object.entries(document.value).filter(([key]) => isSound(broken, [key]));
  // A plan without districts has none, unless their list was misspelt or is no list.
  const isDoubtful =
    "districts" in document.value ||
    problems.some(({ code, details }) => code === "E-UNKNOWN-KEY" && details.guess === "districts");
  // What the schema found no fault in has the schema's type.
  const head = Object.fromEntries(entries) as Partial<DraftHead>;
  return isDoubtful ? head : { ...head, districts: [] };
}

function soundTasks({ document, broken }: Judged): Draft["parts"][number]["content"] {
  const value = typeof document.value === "object" && document.value !== null ? document.value : {};
  const section: unknown = "section" in value ? value.section : undefined;
  const tasks: unknown = "tasks" in value ? value.tasks : undefined;
  const isWhole = broken.some((path) => path.length < 2 && (path[0] ?? "tasks") === "tasks");
  const list: unknown[] = Array.isArray(tasks) && !isWhole ? tasks : [];
  const parts = brokenAt(broken);
  return {
    section: isSound(broken, ["section"]) && typeof section === "string" ? section : undefined,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    tasks: list.map((task, index) => soundPart(task, ["tasks", index], parts) as SoundTask | undefined),
  };
}

/** Paths that have mistakes, and those of what holds them. */
interface Broken {
  readonly at: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

function brokenAt(paths: readonly Path[]): Broken {
  const around = paths.flatMap((path) => path.map((_, length) => JSON.stringify(path.slice(0, length))));
  return { at: new Set(paths.map((path) => JSON.stringify(path))), around: new Set(around) };
}

/** The value without the parts that have mistakes: each of those is told, and hides none of the others. */
function soundPart(value: unknown, path: Path, broken: Broken): unknown {
  const key = JSON.stringify(path);
  if (broken.at.has(key)) return undefined;
  if (!broken.around.has(key) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown, at) => soundPart(item, [...path, at], broken));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, soundPart(part, [...path, name], broken)]),
  );
}

/** No mistake stands in the value at the path, nor makes the whole document unsound. */
function isSound(broken: readonly Path[], path: Path): boolean {
  return !broken.some((other) => path.every((step, index) => other.length === 0 || other[index] === step));
}

function shownPath(base: string, path: string): string {
  return relative(base, path).replaceAll("\\", "/");
}
