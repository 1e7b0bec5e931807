/** Finding a compiled file, and its mark, which says which signature the compiled files had when their content was last compared. */
import { resolve } from "node:path";
import { beginFile, readText } from "./cache-folder.ts";
import { Container, type JsonSection } from "./container.ts";
import { type Compiled, type Input, areSettled, signatureOf } from "./inputs.ts";
import { type CachePlace, fileNameFor, keyOf } from "./place.ts";

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
  const held = Container.open(resolve(place.folder, name), keyOf(place, path));
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
    if (isSame && draft !== null && areSettled(inputs, draft.moment)) draft.finish(Buffer.from(mark));
    else draft?.drop();
  }
  return isSame;
}

/** What says that the container was made of these files as they are. */
export function markFor(id: string, inputs: readonly Input[]): string {
  return `${id}\n${signatureOf(inputs)}\n`;
}
