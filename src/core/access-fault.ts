/** What stands in the way of a file; storage says which, the catalogue says it in words. */
export type AccessFault =
  "directory" | "symlink" | "not a file" | "no access" | "no space" | "short write" | "unstable" | "other";

/** What a writer should know of a journal that took the record all the same. */
export type AppendNotice = "hard link" | "no sync" | "git at work";

/** Why nothing is written where somebody wants a file. */
export type OutputFault =
  "no folder" | "directory" | "symlink" | "not a file" | "git" | "name" | "journal" | "plan folder" | "exists";
