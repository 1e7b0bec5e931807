/** Finds compiled files. A mark beside each holds the signature that its source files had when their content last matched. */
import { resolve } from "node:path";
import { beginFile, readText } from "./cache-folder.ts";
import { Container, type JsonSection } from "./container.ts";
import { type Compiled, type Input, areSettled, signatureOf } from "./inputs.ts";
import { type CacheLocation, fileNameFor, keyOf } from "./cache-location.ts";

/** The source files that were compiled. */
export const INPUTS: JsonSection<readonly Compiled[]> = { name: "inputs" };

export type CompiledKind = "plan" | "journal";

/**
 * The compiled file for the plan or journal at the path; null if there is none, or the inputs no longer have (unless
 * `isExact`: begin with) the content that was compiled.
 */
export async function findCompiled(
  location: CacheLocation,
  kind: CompiledKind,
  path: string,
  inputs: readonly Input[],
  isExact: boolean,
): Promise<Container | null> {
  const name = `${fileNameFor(path)}.${kind}`;
  const container = Container.open(resolve(location.folder, name), keyOf(location, path));
  if (container === null) return null;
  const isSame = await fits(container, location, name, inputs, isExact);
  container.release();
  return isSame ? container : null;
}

/** Whether the container was compiled from these inputs. */
async function fits(
  container: Container,
  location: CacheLocation,
  name: string,
  inputs: readonly Input[],
  isExact: boolean,
): Promise<boolean> {
  const mark = markFor(container.id, inputs);
  if (readText(location.folder, `${name}.mark`) === mark) return true;
  // Started before the content is read: only files that had settled by then may be marked.
  const draft = beginFile(location.folder, `${name}.mark`);
  const { haveContent } = await import("./contents.ts");
  let isSame = false;
  try {
    isSame = haveContent(inputs, container, isExact);
  } finally {
    if (isSame && draft !== null && areSettled(inputs, draft.moment)) draft.finish(Buffer.from(mark));
    else draft?.drop();
  }
  return isSame;
}

/** The content of the mark that says that the container with the id was made from these files as they are. */
export function markFor(id: string, inputs: readonly Input[]): string {
  return `${id}\n${signatureOf(inputs)}\n`;
}
