/** A compiled file and its mark, which says which signature the compiled files had when their content was last compared. */
import { join } from "node:path";
import { type Draft, beginFile, readText } from "./cache-folder.ts";
import { Container, type JsonSection, type Section, encodeContainer } from "./container.ts";
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
  const mark = markFor(held.id, inputs);
  if (readText(place.folder, `${name}.mark`) === mark) return held;
  // Begun before the content is read: only what had been at rest by then may be marked.
  const draft = beginFile(place.folder, `${name}.mark`);
  const { haveContent } = await import("./contents.ts");
  const isSame = haveContent(inputs, held.json(INPUTS), isExact);
  finishMark(isSame ? draft : null, inputs, mark);
  if (!isSame) draft?.drop();
  return isSame ? held : null;
}

/** Keeps sections compiled from the inputs as they were listed. */
export type Keep = (inputs: readonly Input[], sections: Readonly<Record<string, Section>>) => void;

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
    return read((inputs, sections) => {
      if (draft === null) return;
      const id = `${draft.moment} ${ownMark()}`;
      draft.finishTwice(encodeContainer({ key: keyOf(place, path), id }, sections));
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
