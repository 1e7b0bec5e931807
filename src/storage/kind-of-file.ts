/** Decides by its keys, in whatever spelling, whether a file of the plan folder is the head or a task file. */
import { KEYS } from "../core/draft.ts";

const HEAD: ReadonlySet<string> = new Set(KEYS.head);
const TASKS: ReadonlySet<string> = new Set(KEYS.tasksFile);

/** Top-level keys that people write in Chinese. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  分项: "section",
  任务: "tasks",
  标题: "title",
  年度: "year",
  年份: "year",
  时区: "timezone",
  语言: "language",
  台账: "journal",
  规则: "policy",
  处室: "divisions",
  责任处室: "divisions",
  区县: "districts",
  配合区县: "districts",
  主体任务: "themes",
};

/** The key meant by one in Chinese, capitals or full width; the folded key itself if it is not a known Chinese one. */
export function meantKey(key: string): string {
  const folded = key.normalize("NFKC").trim().toLowerCase();
  return Object.hasOwn(IN_CHINESE, folded) ? (IN_CHINESE[folded] ?? key) : folded;
}

/**
 * Whether the file is the head. A file with `section` or `tasks` never is. Any other is, unless some of its keys mean keys
 * of a task file, and at least as many do as mean keys of the head.
 */
export function isHeadByKeys(keys: readonly string[]): boolean {
  if (keys.includes("tasks") || keys.includes("section")) return false;
  const meant = keys.map(meantKey);
  const ofTasks = meant.filter((key) => TASKS.has(key)).length;
  return ofTasks === 0 || meant.filter((key) => HEAD.has(key)).length > ofTasks;
}
