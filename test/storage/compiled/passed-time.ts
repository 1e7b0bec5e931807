import type * as Folder from "../../../src/storage/compiled/cache-folder.ts";

/** The cache's folder, where the file system's clock says that everything happened so long ago. */
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
