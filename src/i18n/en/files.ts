/** Messages for files and folders that cannot be opened, written or used. */
import type { AccessFault, AppendNotice, OutputFault } from "../../core/access-fault.ts";
import type { FileTexts } from "../zh/files.ts";

/** Reasons by system error code why something cannot be opened. */
const UNOPENED: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "it is a folder, not a file",
  ELOOP: "it is a link that leads back to itself; remove it",
};
/** Reasons by system error code why something cannot be written. */
const UNWRITTEN: Readonly<Record<string, string>> = {
  ENOENT: "the folder that it lies in does not exist",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  ENOTDIR: "it, or a folder that it lies in, is a file",
  EEXIST: "a file of that name already exists",
  ENOTEMPTY: "another program has just made that folder",
  EROFS: "that place is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
};

/** `: you may not write there (EACCES)`; without the parts that are unknown. */
function because(reasons: Readonly<Record<string, string>>, code: string): string {
  const reason = Object.hasOwn(reasons, code) ? `: ${reasons[code] ?? ""}` : "";
  return code === "" ? "" : `${reason} (${code})`;
}

export const files: FileTexts = {
  cannotOpen: (path: string, code: string) => `cannot open ${path}${because(UNOPENED, code)}`,
  danglingLink: (path: string) => `cannot open ${path}: it is a link that leads nowhere`,
  cannotWrite: (path: string, code: string) => `cannot write to ${path}${because(UNWRITTEN, code)}`,
  cannotPrint: (code: string) => `cannot write to standard output${because(UNWRITTEN, code)}`,
  outside: (path: string) => `${path} lies outside the folder that holds the plan`,
  badOutput: (path: string, fault: OutputFault) =>
    `cannot write to ${path}: ${
      {
        "no folder": "the folder that it lies in does not exist",
        directory: "it is a folder",
        symlink: "it is a symbolic link; links are not followed, so that nothing is written elsewhere",
        "not a file": "it is not a regular file (perhaps a pipe or a device)",
        git: "it lies in git's own folder",
        name: "some systems refuse such a file name",
        journal: "it is a journal",
        "plan folder": "that folder is for files of the plan or the journal alone",
        exists: "a file of that name has just appeared there",
      }[fault]
    }`,
  alreadyThere: (folder: string, names: readonly string[]) =>
    `${folder === "." ? "this folder" : folder} already has ${names.join(", ")}; nothing was changed; choose another folder, or move what is there`,
  noRecordsIn: (path: string) => `${path} has no record in it and looks like some other file; nothing was written`,
  badJournal: (path: string) =>
    `${path} cannot be the journal: it lies in the plan folder or in git's, or has a name that some systems refuse`,
  appendNotice: (notice: AppendNotice, path: string): string =>
    ({
      "hard link": `note: ${path} has other names too (hard links): what is written to one is written to all`,
      "no sync": `note: the file system of ${path} cannot confirm that data is on disk: a power failure may lose the newest records`,
      "git at work": `note: git was still at work after some seconds (there is an index.lock); this was written to ${path} all the same, but git may write over it: check with ipplan log once git has finished; if no git is running, an interrupted one left index.lock behind, and you can delete it`,
    })[notice],
  noJournal: (path: string, isExpected: boolean) =>
    `note: there is no journal ${path}; it counts as empty${isExpected ? ". .gitattributes names it: if it was deleted, bring it back" : ""}`,
  newJournal: (path: string, isExpected: boolean) =>
    `started a new journal, ${path}: there was none${isExpected ? ". .gitattributes names it: if one was deleted, find it and add it with ipplan journal merge" : ""}`,
  access: (fault: AccessFault, path: string, code: string): string => {
    const reasons: Readonly<Record<AccessFault, string>> = {
      directory: "is a folder, not a file",
      symlink: "is a symbolic link; links are not followed, so that nothing is written elsewhere",
      "not a file": "is not a regular file (perhaps a pipe or a device)",
      "no access": "cannot be read or written: you have no permission",
      "no space": "lies on a full disk",
      "short write": "was written only in part (the disk may be full); the fragment harms no other record",
      unstable: "is being replaced by another program again and again; try again later",
      other: `cannot be read or written${code === "" ? "" : ` (${code})`}`,
    };
    return `${path} ${reasons[fault]}`;
  },
};
