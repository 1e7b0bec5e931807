/**
 * The Chinese words for options whose values are closed sets, as screens and help use them. Loaded only when such an
 * option is typed.
 */
import type { GateName } from "../core/gates.ts";
import type { Grouping } from "../core/grouping.ts";
import type { Role, StateFilter } from "../core/selection.ts";
import { foldTyped } from "../core/text.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";

/** Options whose values are words of a closed set. */
export type WordFlag = "--state" | "--role" | "--group-by" | "--fail-on";

type Words<Word extends string> = Readonly<Record<Word, readonly [string, ...string[]]>>;

/** The Chinese words for each value; messages show the first. */
const STATES: Words<StateFilter> = {
  done: ["已完成", "完成"],
  active: ["进行中"],
  overdue: ["逾期"],
  upcoming: ["待启动"],
  cancelled: ["已取消", "取消"],
  late: ["逾期完成"],
  blocked: ["受阻"],
  extended: ["延期", "经批准延期"],
  accepted: ["已销号"],
  unaccepted: ["待销号"],
  unproven: ["缺佐证材料", "缺佐证"],
};
const ROLES: Words<Role> = { lead: ["牵头"], assist: ["配合"], any: ["不限"] };
const GROUPINGS: Words<Grouping> = {
  division: ["处室"],
  theme: ["主体任务"],
  section: ["分项"],
  district: ["区县", "配合区县"],
  quarter: ["季度"],
};
const GATES: Words<GateName> = {
  overdue: ["逾期"],
  unfinished: ["未完成", "应完成未完成"],
  behind: ["未达序时"],
  unproven: ["缺佐证材料", "缺佐证"],
  warnings: ["警告"],
};
const WORDS: Readonly<Record<WordFlag, Words<string>>> = {
  "--state": STATES,
  "--role": ROLES,
  "--group-by": GROUPINGS,
  "--fail-on": GATES,
};

/**
 * The command line with these Chinese words translated to the options' own. Other words are kept, for their option to
 * refuse.
 */
export function withOwnWords(argv: readonly string[]): string[] {
  return argv.map((word, at) => {
    const [flag = "", ...typed] = word.split("=");
    if (typed.length > 0) return isWordFlag(flag) ? `${flag}=${inOwnWords(flag, typed.join("="))}` : word;
    const before = argv[at - 1] ?? "";
    return isWordFlag(before) ? inOwnWords(before, word) : word;
  });
}

function isWordFlag(flag: string): flag is WordFlag {
  return Object.hasOwn(WORDS, flag);
}

function inOwnWords(flag: WordFlag, typed: string): string {
  const words = Object.entries(WORDS[flag]);
  const ownWord = (part: string): string => words.find(([, own]) => own.includes(foldTyped(part)))?.[0] ?? part;
  return typed
    .split(/[,，、;；]/)
    .map(ownWord)
    .join(",");
}

/** The refusal: not one of the option's words, which are listed. */
export function noWord(flag: WordFlag, typed: string, texts: UsageTexts): string {
  const words = Object.entries(WORDS[flag]);
  const [english, chinese] = [words.map(([own]) => own), words.map(([, [first]]) => first)];
  return texts.badValue(flag, typed, texts.oneOf(english, chinese));
}
