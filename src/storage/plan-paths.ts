/** Paths into a plan: the value at a path, and the keys that the map there may have. */
import { KEYS, type Path, REQUIRED } from "../core/draft.ts";

/** Converts a JSON pointer to a path, in which a step into a list is a number. */
export function pathOf(pointer: string, document: unknown): Path {
  const path: (string | number)[] = [];
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(valueAt(document, path)) ? Number(name) : name);
  }
  return path;
}

/** The value at the path; undefined if there is none. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  }, document);
}

const MAPS_BY_PLACE: readonly (readonly [RegExp, keyof typeof KEYS])[] = [
  [/^tasks,\d+,milestones,\d+$/, "milestone"],
  [/^tasks,\d+,indicators,\d+$/, "indicator"],
  [/^tasks,\d+$/, "task"],
  [/^(?:tasks,\d+,)?settled,\d+$/, "settled"],
  [/^policy$/, "policy"],
  [/^policy,report$/, "report"],
  [/^policy,report,fonts$/, "reportFonts"],
  [/^policy,report,titles$/, "reportTitles"],
  [/^divisions,\d+$/, "division"],
  [/^themes,\d+$/, "theme"],
  [/^sections,\d+$/, "section"],
];

/** The keys that the map at the path may have. */
export function keysAt(path: Path): readonly string[] {
  const map = mapAt(path);
  return map === undefined ? [...KEYS.head, ...KEYS.tasksFile] : KEYS[map];
}

/** The keys that the map at the path must have. */
export function requiredAt(path: Path): readonly string[] {
  const map = mapAt(path);
  return map === undefined ? [...REQUIRED.head, ...REQUIRED.tasksFile] : REQUIRED[map];
}

function mapAt(path: Path): keyof typeof KEYS | undefined {
  const place = path.join(",");
  return MAPS_BY_PLACE.find(([pattern]) => pattern.test(place))?.[1];
}
