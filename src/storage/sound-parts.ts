/** What of a plan's files the rules may judge: everything that its schema found no mistake in. */
import type { Draft, DraftHead, Path, SoundTask } from "../core/draft.ts";
import type { Problem } from "../core/problem.ts";
import { valueAt } from "./plan-paths.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** A file with its document and what its schema says of it. */
export interface Judged {
  readonly document: YamlDocument;
  readonly isHead: boolean;
  readonly broken: readonly Path[];
  readonly problems: readonly Problem[];
}

/** The heads; first those that are named as a head mostly is: where there are two, the other one is the slip. */
export function headsIn(judged: readonly Judged[]): Judged[] {
  const isNamed = ({ document }: Judged): boolean => /(?:^|\/)plan\.ya?ml$/i.test(document.source.file);
  const heads = judged.filter(({ isHead }) => isHead);
  return [...heads.filter(isNamed), ...heads.filter((head) => !isNamed(head))];
}

/** The parts that passed their schemas. */
export function draftOf(judged: readonly Judged[]): Draft {
  const [head] = headsIn(judged);
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
  const section = valueAt(document.value, ["section"]);
  const tasks = valueAt(document.value, ["tasks"]);
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
export function isSound(broken: readonly Path[], path: Path): boolean {
  return !broken.some((other) => path.every((step, index) => other.length === 0 || other[index] === step));
}
