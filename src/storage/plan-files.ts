/** Reads a plan folder: the plan, or every mistake in its files. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Path } from "../core/draft.ts";
import { type Wanted, assemblePlan } from "../core/plan-rules/assemble.ts";
import type { Locate } from "../core/plan-rules/walk.ts";
import type { Plan } from "../core/plan.ts";
import { type Finding, type Place, type Problem, isError, sortProblems } from "../core/problem.ts";
import { type Settlement, idleProblem, settle } from "../core/settle.ts";
import { type UnreadFile, emptySections, unreadFiles } from "./empty-sections.ts";
import { planEntries, requireRegularFile } from "./file-lists.ts";
import { validatePlanHead, validateTasks } from "./generated/validators.mjs";
import { dottedIds } from "./id-findings.ts";
import { isHeadByKeys } from "./kind-of-file.ts";
import { type SchemaFinding, findingsOf } from "./schema-findings.ts";
import { valueAt } from "./plan-paths.ts";
import { arisesElsewhere, settlementsOf, taskPlaces } from "./settlements.ts";
import { type ValidatedFile, draftOf, headsIn } from "./sound-parts.ts";
import { type YamlDocument, problemAt, readYaml } from "./yaml-document.ts";

/** What a plan folder holds. The plan is null if any problem is an error. */
export interface PlanReading {
  readonly plan: Plan | null;
  readonly problems: readonly Problem[];
  /** The files' paths as shown to people, in the order read. */
  readonly files: readonly string[];
  /** Entries of `settled:` about warnings that arise elsewhere: about the journal or git. */
  readonly settlements: readonly Settlement[];
}

/**
 * Reads every `*.yaml` and `*.yml` below the folder. Paths are shown relative to `base`. Throws file system errors if the
 * folder or a file cannot be read.
 */
export function readPlan(folder: string, base: string): PlanReading {
  return readPlanContents(planContents(folder, base), "warnings", () => unreadFiles(folder, base));
}

/** The content of the files in a plan folder. Paths are shown relative to `base`. */
export function planContents(folder: string, base: string): FileContent[] {
  return planFiles(folder).map((path) => ({ file: shownPath(base, path), bytes: readFileSync(path) }));
}

/** The paths of the plan's files, sorted by name. Throws if one is a link that leads nowhere, or is not a file. */
export function planFiles(folder: string): string[] {
  return planEntries(folder).map(({ path, stats }) => {
    requireRegularFile(path, stats);
    return path;
  });
}

/** Up to this size in bytes, a plan's parsed documents are kept while it is read; larger ones take too much memory. */
const MOST_PARSED = 256 * 1024;

/** A file's path as shown to people, and its content. */
export interface FileContent {
  readonly file: string;
  readonly bytes: Buffer;
}

/**
 * As `readPlan`, for files already read, such as those of an earlier version. If only `mistakes` are wanted, the problems
 * include all errors but not all warnings. `unread` lists files beside these that are not read.
 */
export function readPlanContents(
  files: readonly FileContent[],
  wanted: Wanted = "warnings",
  unread: () => readonly UnreadFile[] = () => [],
): PlanReading {
  const isSmall = files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= MOST_PARSED;
  let known: readonly string[] | undefined;
  const names = (): readonly string[] => (known ??= namesWithCommas(files));
  const documents = files.map(({ file, bytes }) => readYaml(file, bytes, isSmall, names));
  const year = yearIn(documents);
  const judged = documents.map((document) => judge(document, year));
  const locateIn: Locate = (file, path, part) => placeIn(documentOf(judged, file), path, part);
  const draft = draftOf(judged);
  const { plan, findings } = assemblePlan(draft, locateIn, wanted);
  const empty = wanted === "warnings" ? emptySections(judged, draft, unread) : [];
  const ruled = [...findings, ...empty].map(({ file, path, finding, part }) => {
    const document = documentOf(judged, file);
    return problemAt(document.source, finding, placeIn(document, path, part));
  });
  const all = [...judged.flatMap((file) => file.problems), ...headProblems(judged), ...ruled];
  const sound = all.some(isError) ? null : plan;
  if (wanted === "warnings") return settledReading(judged, sound, all);
  return { plan: sound, problems: sortProblems(all), files: judged.map(fileOf), settlements: [] };
}

/** Names of divisions and districts in the head that contain Chinese commas, which separate nothing in lists of names. */
function namesWithCommas(files: readonly FileContent[]): string[] {
  const heads = files.filter(({ bytes }) => /^divisions\s*[:：]/m.test(bytes.toString("utf8")));
  const values = heads.map(({ file, bytes }) => readYaml(file, bytes).value);
  const lists = values.flatMap((value) => [valueAt(value, ["divisions"]), valueAt(value, ["districts"])]);
  const items = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  const names = items.map((item) => (typeof item === "string" ? item : valueAt(item, ["name"])));
  return names.flatMap((name) => (typeof name === "string" && /[，、]/.test(name) ? [name] : []));
}

function fileOf({ document }: ValidatedFile): string {
  return document.source.file;
}

function placeIn(document: YamlDocument, path: Path, part: string | undefined): Place {
  return part === undefined ? document.placeOfValue(path) : document.placeOfPart(path, part);
}

/** Leaves out warnings that the plan settles. Entries for warnings that arise elsewhere are passed on. */
function settledReading(judged: readonly ValidatedFile[], plan: Plan | null, all: readonly Problem[]): PlanReading {
  const sound = judged.filter(({ document }) => document.readable);
  const settlements = sound.flatMap(settlementsOf);
  // Places are costly: they are looked up only in files with a warning that an entry of the head settles.
  const codes = new Set<string>(settlements.filter(({ task }) => task === null).map(({ code }) => code));
  const files = new Set(all.filter(({ code }) => codes.has(code)).map(({ at }) => at?.file));
  const doubtful = sound.filter(({ document }) => files.has(document.source.file));
  const { problems, idle } = settle(all, settlements, doubtful.flatMap(taskPlaces));
  // If the rules could not be checked, nobody knows which entries settle nothing.
  const unused = plan === null ? [] : idle.filter((entry) => !arisesElsewhere(entry)).map(idleProblem);
  return {
    plan,
    problems: sortProblems([...problems, ...unused]),
    files: judged.map(fileOf),
    settlements: idle.filter(arisesElsewhere),
  };
}

/** The plan's year, if a file has one. */
function yearIn(documents: readonly YamlDocument[]): number | null {
  const years = documents.flatMap(({ value }) => {
    const year = valueAt(value, ["year"]);
    return typeof year === "number" && Number.isInteger(year) ? [year] : [];
  });
  return years[0] ?? null;
}

function judge(document: YamlDocument, year: number | null): ValidatedFile {
  const { value } = document;
  const nothing = { document, isHead: false, broken: [[]] };
  if (!document.readable) return { ...nothing, isHead: looksLikeHead(document), problems: document.problems };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const finding: Finding = { code: "E-FILE", details: { fault: value === null ? "empty" : "not a map" } };
    const at = document.placeOfValue([]);
    const problem = problemAt(document.source, finding, { ...at, endLine: at.line, endColumn: at.column + 1 });
    return { ...nothing, problems: [...document.problems, problem] };
  }
  const isHead = isHeadByKeys(Object.keys(value));
  const validate = isHead ? validatePlanHead : validateTasks;
  const judgements = validate(value) ? [] : findingsOf(validate.errors ?? [], { ...document, year });
  const all = isHead ? judgements : [...judgements, ...dottedIds(document)];
  const findings = all.filter(({ path }) => !isHole(document, path));
  const problems = findings.map((finding) =>
    problemAt(document.source, withFirstPlace(document, finding), placeOf(document, finding)),
  );
  const broken = [...findings.map(brokenPath), ...document.holes];
  return { document, isHead, broken, problems: [...document.problems, ...problems] };
}

/** Whether a hole stands at the path: its mistake has been reported already. */
function isHole({ holes }: YamlDocument, path: Path): boolean {
  return holes.some((hole) => hole.length === path.length && hole.every((step, index) => step === path[index]));
}

/** Adds the place of the first one to a finding about something that occurs twice. */
function withFirstPlace(document: YamlDocument, { finding, first }: SchemaFinding): Finding {
  if (finding.code !== "E-REPEATED-NAME" || first === undefined) return finding;
  return { ...finding, details: { ...finding.details, first: document.placeOfValue(first) } };
}

/** The path that the mistake spoils: for a missing key, that of the value it should have had. */
function brokenPath({ path, finding }: SchemaFinding): Path {
  return finding.code === "E-MISSING-KEY" ? [...path, finding.details.key] : path;
}

/** Whether a file that cannot be parsed is the head: one of the head's keys begins a line. */
function looksLikeHead(document: YamlDocument): boolean {
  return /^(divisions|themes|sections|timezone)\s*[:：]/m.test(document.source.text);
}

function placeOf(document: YamlDocument, { path, at, finding }: SchemaFinding): Place {
  if (at === "key") return document.placeOfKey(path);
  const place = document.placeOfValue(path);
  const isWhole = finding.code === "E-MISSING-KEY" || finding.code === "E-TARGET";
  return isWhole ? { ...place, endLine: place.line, endColumn: place.column + 1 } : place;
}

function documentOf(judged: readonly ValidatedFile[], file: string): YamlDocument {
  const found = judged.find(({ document }) => document.source.file === file);
  if (found === undefined) throw new Error(`no document ${file}`);
  return found.document;
}

function headProblems(judged: readonly ValidatedFile[]): Problem[] {
  const [first, ...others] = headsIn(judged);
  if (first === undefined) {
    const unreadable = judged.some(({ document }) => !document.readable);
    return unreadable ? [] : [{ code: "E-NO-HEAD", details: {}, at: null, excerpt: null }];
  }
  return others.map(({ document }) => {
    const details = { first: first.document.placeOfValue([]) };
    return problemAt(document.source, { code: "E-TWO-HEADS", details }, document.placeOfValue([]));
  });
}

function shownPath(base: string, path: string): string {
  return relative(base, path).replaceAll("\\", "/");
}
