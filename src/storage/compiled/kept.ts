/** A compiled file and its mark, which says which signature the compiled files had when their content was last compared. */
import { join } from "node:path";
import { type Draft, beginFile, readText } from "./cache-folder.ts";
import { Container, type JsonSection, type Section, encodeContainer, jsonSection } from "./container.ts";
import { collectGarbage, isLarge } from "./garbage.ts";
import { type Compiled, type Input, areSettled, signatureOf } from "./inputs.ts";
import { type CachePlace, fileNameFor, keyOf, ownMark } from "./place.ts";

/** The files that were compiled. */
export const INPUTS: JsonSection<readonly Compiled[]> = { name: "inputs" };

export type CompiledKind = "plan" | "journal";

/**
 * The compiled file for what lies at the path, where the inputs still have (or, unless `isExact`, begin with) the content
 * that was compiled; else null.
 */
export async function findKept(
  place: CachePlace,
  kind: CompiledKind,
  path: string,
  inputs: readonly Input[],
  isExact: boolean,
): Promise<Container | null> {
  const name = `${fileNameFor(path)}.${kind}`;
  const held = Container.open(join(place.folder, name), keyOf(place, path));
  if (held === null) return null;
  const isSame = await fits(held, place, name, inputs, isExact);
  held.release();
  return isSame ? held : null;
}

/** Whether the inputs are those that the container was compiled from. */
async function fits(
  held: Container,
  place: CachePlace,
  name: string,
  inputs: readonly Input[],
  isExact: boolean,
): Promise<boolean> {
  const mark = markFor(held.id, inputs);
  if (readText(place.folder, `${name}.mark`) === mark) return true;
  // Begun before the content is read: only what had been at rest by then may be marked.
  const draft = beginFile(place.folder, `${name}.mark`);
  const { haveContent } = await import("./contents.ts");
  let isSame = false;
  try {
    isSame = haveContent(inputs, held, isExact);
  } finally {
    finishMark(isSame ? draft : null, inputs, mark);
    if (!isSame) draft?.drop();
  }
  return isSame;
}

/** Keeps sections compiled from the inputs as they were listed, and what was read of each. */
export type Keep = (
  inputs: readonly Input[],
  contents: readonly Uint8Array[],
  sectionsOf: () => Readonly<Record<string, Section>>,
) => void;

/** Reads what lies at the path by `read`, which may keep what it made of it for the next time. */
export function keeping<Result>(
  place: CachePlace,
  kind: CompiledKind,
  path: string,
  read: (keep: Keep) => Result,
): Result {
  const name = `${fileNameFor(path)}.${kind}`;
  // Begun before the files are read: see `areSettled`.
  let draft = beginFile(place.folder, name);
  try {
    return read((inputs, contents, sectionsOf) => {
      if (draft === null) return;
      if (isLarge(contents)) collectGarbage();
      const id = `${draft.moment} ${ownMark()}`;
      const compiled = inputs.map((input, at): Compiled => ({ name: input.name, bytes: contents[at]?.length ?? 0 }));
      const all = { [INPUTS.name]: jsonSection(compiled), ...sectionsOf() };
      const content = encodeContainer({ key: keyOf(place, path), id }, all);
      draft.finishSafely([...content, ...content, ...contents]);
      const isSettled = areSettled(inputs, draft.moment);
      draft = isSettled ? beginFile(place.folder, `${name}.mark`) : null;
      draft?.finish(Buffer.from(markFor(id, inputs)));
      draft = null;
    });
  } finally {
    draft?.drop();
  }
}

function finishMark(draft: Draft | null, inputs: readonly Input[], mark: string): void {
  if (draft === null) return;
  if (areSettled(inputs, draft.moment)) draft.finish(Buffer.from(mark));
  else draft.drop();
}

function markFor(id: string, inputs: readonly Input[]): string {
  return `${id}\n${signatureOf(inputs)}\n`;
}
