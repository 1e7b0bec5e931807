/** Caches what was compiled, and marks it if the files had not just changed (see find-compiled.ts). */
import { removeLeftovers } from "../leftovers.ts";
import { beginFile } from "./cache-folder.ts";
import { type Section, encodeContainer, jsonSection } from "./container.ts";
import { collectGarbage, isLarge } from "./garbage.ts";
import { type Compiled, type Input, areSettled } from "./inputs.ts";
import { type CompiledKind, INPUTS, markFor } from "./find-compiled.ts";
import { type CacheLocation, fileNameFor, keyOf, processTag } from "./cache-location.ts";

/** Cache files that were being written, of compiled files and of code; the first group is the process. */
const UNFINISHED = /^(?:[0-9a-f]{8}\.[a-z.]+|[a-z-]+\.code)\.(\d+)\.tmp$/;

/** Caches sections compiled from `inputs` (the files as listed) and `contents` (the bytes read of each). */
export type SaveCompiled = (
  inputs: readonly Input[],
  contents: readonly Uint8Array[],
  sectionsOf: () => Readonly<Record<string, Section>>,
) => void;

/** Runs `read` on what lies at the path; `read` may cache its result by calling the function that it gets. */
export function compileAndSave<Result>(
  location: CacheLocation,
  kind: CompiledKind,
  path: string,
  read: (save: SaveCompiled) => Result,
): Result {
  const name = `${fileNameFor(path)}.${kind}`;
  // Started before the files are read: see `areSettled`.
  let draft = beginFile(location.folder, name);
  try {
    return read((inputs, contents, sectionsOf) => {
      if (draft === null) return;
      removeLeftovers(location.folder, Number(draft.moment / 1_000_000n), UNFINISHED);
      if (isLarge(contents)) collectGarbage();
      const id = `${draft.moment} ${processTag()}`;
      const compiled = inputs.map((input, at): Compiled => ({ name: input.name, bytes: contents[at]?.length ?? 0 }));
      const all = { [INPUTS.name]: jsonSection(compiled), ...sectionsOf() };
      const content = encodeContainer({ key: keyOf(location, path), id }, all);
      draft.finishSafely([...content, ...content, ...contents]);
      const isSettled = areSettled(inputs, draft.moment);
      draft = isSettled ? beginFile(location.folder, `${name}.mark`) : null;
      draft?.finish(Buffer.from(markFor(id, inputs)));
      draft = null;
    });
  } finally {
    draft?.drop();
  }
}
