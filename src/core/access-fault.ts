/** Why a file cannot be read or written. Storage finds out which; the catalogue has the words. */
export type AccessFault =
  "directory" | "symlink" | "not a file" | "no access" | "no space" | "short write" | "unstable" | "other";

/** What a writer should know about a journal that took the record all the same. */
export type AppendNotice = "hard link" | "no sync" | "git at work";

/** Why an output file is not written. */
export type OutputFault =
  "no folder" | "directory" | "symlink" | "not a file" | "git" | "name" | "journal" | "plan folder" | "exists";
