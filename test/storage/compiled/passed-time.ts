import type * as Folder from "../../../src/storage/compiled/cache-folder.ts";

/** The module with a file system clock that is ahead by so much, as if all changes had been made that long ago. */
export async function afterTime(
  original: () => Promise<typeof Folder>,
  passed: { readonly nanoseconds: bigint },
): Promise<typeof Folder> {
  const real = await original();
  return {
    ...real,
    beginFile: (folder, name) => {
      const draft = real.beginFile(folder, name);
      return draft === null ? null : { ...draft, moment: draft.moment + passed.nanoseconds };
    },
  };
}
