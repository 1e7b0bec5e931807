/** File names: the default ones, names that are safe on every system, and what belongs to git. */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The default plan folder. */
export const USUAL_PLAN = "plan";
/** The default journal, beside the plan folder. */
export const USUAL_JOURNAL = "journal.jsonl";

/** Device names on Windows, in any folder and with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether every system takes the name for a plain file: not for a drive, stream, device, wildcard or parent folder. */
export function isPortableName(name: string): boolean {
  return name !== "" && !/[\\/:*?"<>|]/.test(name) && !/[. ]$/.test(name) && !DEVICE.test(name);
}

/** Whether the path leads into git's own folder, in any spelling that some system accepts for it. */
export function isInsideGitFolder(path: string): boolean {
  return path.split(/[\\/]/).some((part) => /^(?:\.git|git~\d)[. ]*(?::.*)?$/i.test(part));
}

/** The path with the links in its parent folders resolved; unchanged if there is no such folder. */
export function withRealParent(path: string): string {
  const parent = dirname(path);
  return statSync(parent, { throwIfNoEntry: false }) === undefined
    ? path
    : join(realpathSync.native(parent), basename(path));
}
