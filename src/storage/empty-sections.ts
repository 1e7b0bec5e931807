/** Finds sections without a task. Mostly their file was deleted, or has a name that is not read. */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Draft } from "../core/draft.ts";
import type { RuleFinding } from "../core/plan-rules/walk.ts";
import { foldTyped } from "../core/text.ts";
import { isPlanFile, sizeOf } from "./file-lists.ts";
import type { ValidatedFile } from "./sound-parts.ts";

/** A file that is not read, and the section that it names. */
export interface UnreadFile {
  readonly file: string;
  readonly section: string;
}

/** Sections of the head that have no task. Empty if in doubt: a file is unreadable, has lost its tasks or its section. */
export function emptySections(
  judged: readonly ValidatedFile[],
  { head, parts }: Draft,
  unread: () => readonly UnreadFile[],
): RuleFinding[] {
  const sections = head?.content.sections ?? [];
  const known = new Set(sections.map(({ id }) => foldTyped(id)));
  const faulty = new Set(
    judged.filter(({ problems }) => problems.length > 0).map(({ document }) => document.source.file),
  );
  const isDoubtful = parts.some(({ file, content: { section, tasks } }) => {
    if (section === undefined || !known.has(foldTyped(section))) return true;
    return tasks.length === 0 && faulty.has(file);
  });
  if (head === undefined || isDoubtful || judged.some(({ document }) => !document.readable)) return [];
  const filled = new Set(
    parts.flatMap(({ content }) => (content.tasks.length === 0 ? [] : foldTyped(content.section ?? ""))),
  );
  const empty = sections.flatMap(({ id }, index) => (filled.has(foldTyped(id)) ? [] : [{ id, index }]));
  const files = empty.length === 0 ? [] : unread();
  return empty.map(({ id, index }) => {
    const own = files.find(({ section }) => foldTyped(section) === foldTyped(id));
    const finding = { code: "W-EMPTY-SECTION", details: { section: id, unread: own?.file ?? null } } as const;
    return { file: head.file, path: ["sections", index, "id"], finding };
  });
}

/** Files of a plan are smaller; larger ones are something else. */
const MOST_BYTES = 1024 * 1024;

/** Files below the plan folder that are not read, though name and content look like those of a task file. */
export function unreadFiles(folder: string, base: string): UnreadFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const isRead = isPlanFile(relative(folder, path).replaceAll("\\", "/"));
    if (!entry.isFile() || isRead || !isLikePlanFile(entry.name)) return [];
    const file = relative(base, path).replaceAll("\\", "/");
    return sectionsIn(path).map((section) => ({ file, section }));
  });
}

/** Whether the name is almost that of a plan file: one more ending, a full-width ending, an extra dot or blank, `.txt`. */
function isLikePlanFile(name: string): boolean {
  // Lock and swap files that systems and editors leave beside an open file.
  if (/^\.[_#]|\.sw[a-p]$/.test(name)) return false;
  return /\.(?:ya?ml|txt)(?![a-z0-9])/.test(name.normalize("NFKC").replaceAll("。", ".").toLowerCase());
}

function sectionsIn(path: string): string[] {
  try {
    if (sizeOf(path) > MOST_BYTES) return [];
    const lines = readFileSync(path, "utf8").matchAll(/^section[ \t]*[:：][ \t]*["']?([0-9A-Za-z_-]+)/gim);
    return Array.from(lines, ([, section = ""]) => section);
  } catch {
    // It is not part of the plan and need not be readable.
    return [];
  }
}
