/** Names of files: the usual ones, those that mean a file on every system, and what belongs to git. */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The plan folder, where nobody names another one. */
export const USUAL_PLAN = "plan";
/** The journal beside the plan folder, where nobody names another one. */
export const USUAL_JOURNAL = "journal.jsonl";

/** Names that Windows takes for devices, in any folder and with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether the name is one that every system takes for a plain file: no drive, stream, device, wildcard or way up. */
export function isPortableName(name: string): boolean {
  return name !== "" && !/[\\/:*?"<>|]/.test(name) && !/[. ]$/.test(name) && !DEVICE.test(name);
}

/** Whether the path leads into git's own folder, by whatever spelling some systems take for it. */
export function isGits(path: string): boolean {
  return path.split(/[\\/]/).some((part) => /^(?:\.git|git~\d)[. ]*(?::.*)?$/i.test(part));
}

/** The path with the links of its parent folders followed; as it is where there is no such folder. */
export function withRealParent(path: string): string {
  const parent = dirname(path);
  return statSync(parent, { throwIfNoEntry: false }) === undefined
    ? path
    : join(realpathSync.native(parent), basename(path));
}
