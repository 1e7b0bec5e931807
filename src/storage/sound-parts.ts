/** Extracts from a plan's files what the rules can judge: everything in which the schema found no mistake. */
import type { Draft, DraftHead, Path, SoundTask } from "../core/draft.ts";
import type { Problem } from "../core/problem.ts";
import { valueAt } from "./plan-paths.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** A file's document with the result of its validation; `broken` are the paths with mistakes. */
export interface ValidatedFile {
  readonly document: YamlDocument;
  readonly isHead: boolean;
  readonly broken: readonly Path[];
  readonly problems: readonly Problem[];
}

/** The heads, first those named `plan.yaml` or `plan.yml`: if there are two, the other one is the mistake. */
export function headsIn(judged: readonly ValidatedFile[]): ValidatedFile[] {
  const isNamed = ({ document }: ValidatedFile): boolean => /(?:^|\/)plan\.ya?ml$/i.test(document.source.file);
  const heads = judged.filter(({ isHead }) => isHead);
  return [...heads.filter(isNamed), ...heads.filter((head) => !isNamed(head))];
}

/** The parts of all files that passed their schemas. */
export function draftOf(judged: readonly ValidatedFile[]): Draft {
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

function soundHead({ document, broken, problems }: ValidatedFile): Partial<DraftHead> {
  if (typeof document.value !== "object" || document.value === null) return {};
  const entries = Object.entries(document.value).filter(([key]) => isSound(broken, [key]));
  // A head without `districts` has none, unless the key was misspelt.
  const isDoubtful =
    "districts" in document.value ||
    problems.some(({ code, details }) => code === "E-UNKNOWN-KEY" && details.guess === "districts");
  // Entries in which the schema found no mistake have the schema's type.
  const head = Object.fromEntries(entries) as Partial<DraftHead>;
  return isDoubtful ? head : { ...head, districts: [] };
}

function soundTasks({ document, broken }: ValidatedFile): Draft["parts"][number]["content"] {
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

/** The paths with mistakes, and those of everything that contains them. */
interface Broken {
  readonly at: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

function brokenAt(paths: readonly Path[]): Broken {
  const around = paths.flatMap((path) => path.map((_, length) => JSON.stringify(path.slice(0, length))));
  return { at: new Set(paths.map((path) => JSON.stringify(path))), around: new Set(around) };
}

/** The value without the parts that have mistakes: these are reported already, and must not hide others. */
function soundPart(value: unknown, path: Path, broken: Broken): unknown {
  const key = JSON.stringify(path);
  if (broken.at.has(key)) return undefined;
  if (!broken.around.has(key) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown, at) => soundPart(item, [...path, at], broken));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, soundPart(part, [...path, name], broken)]),
  );
}

/** Whether there is no mistake in the value at the path, and none that spoils the whole document. */
export function isSound(broken: readonly Path[], path: Path): boolean {
  return !broken.some((other) => path.every((step, index) => other.length === 0 || other[index] === step));
}
