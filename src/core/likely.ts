/** Guesses what was meant by a day, window, id or word that cannot be read. Guesses are shown, never used. */
import { daysInMonth, makeDay } from "./calendar.ts";
import { parseWhen } from "./when.ts";

/**
 * The day that was probably meant: `2017/3/31`, `2017-3-31`, `2017年3月31日前` and `20170331` are 2017-03-31, and so is
 * `3月31日` if the plan's year is given. A day past the end of its month, up to 31, is the month's last day.
 */
export function likelyDay(text: string, planYear: number | null = null): string | null {
  const plain = withoutBefore(text.normalize("NFKC").trim());
  const whole = planYear !== null && /^\d{1,2}月\d{1,2}[日号]?$/.test(plain) ? `${planYear}年${plain}` : plain;
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})|(\d\d)(\d\d))[日号]?$/.exec(whole);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  if (month < 1 || month > 12 || day > 31) return null;
  return makeDay(year, month, Math.min(day, daysInMonth(year, month))) ?? null;
}

/**
 * Removes words for “before” and “by the end of”: work to be done before a day, or by the end of a month or quarter, is
 * due on the last day.
 */
function withoutBefore(text: string): string {
  return text.replace(/(?<=[月日号季度年旬])[底末]?(?:之前|以前|前)?$/, "");
}

const NUMERALS = "〇一二三四";

/** Chinese and loose spellings, each with what a plan writes for it. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^每(?:个)?季度?$|^quarterly$|^everyquarter$/, "every quarter"],
  [/^每(?:个)?月$|^monthly$|^everymonth$/, "every month"],
  [/^(?:贯穿)?全年(?:持续|推进)*$|^年[度内]?$|^常年$|^长期$|^持续(?:推进)?$|^(?:all|whole)year$/, "year"],
  [/^上半年$|^h1$/, "Q1..Q2"],
  [/^下半年$|^h2$/, "Q3..Q4"],
  [/^第?q?([1-4])(?:季度?)?$/, "Q$1"],
  [/^第?q?([1-4])(?:季度?)?(?:[-~至到]|\.{2,3})第?q?([1-4])(?:季度?)?$/, "Q$1..Q$2"],
  [/^(?:(\d{4})[-/.年])?(\d{1,2})月?$/, "$1-$2"],
  [/^(\d{4})(\d{2})$/, "$1-$2"],
  [/^(?:(\d{4})[-/.年])?(\d{1,2})月?(?:[-~至到]|\.{2,3})(\d{1,2})月$/, "$1-$2..$1-$3"],
];

const QUARTERS = /^(第?q?[1-4](?:季度?)?(?:[,、和]第?q?[1-4](?:季度?)?)+)$/;

/** A year alone, or in front of quarters or halves, which windows in a plan cannot name. */
const OF_A_YEAR = /^(\d{4})(?:年度?$|$|年(?=.*[季半]|q[1-4]|第?[1-4]$))/;

/** The window that was probably meant: `二季度` is Q2, `Q2-Q3` is Q2..Q3, `8月` is August of the plan's year. */
export function likelyWhen(text: string, year: number): string | null {
  const day = likelyDay(text, year);
  if (day !== null) return day;
  const folded = withoutBefore(text.normalize("NFKC").trim())
    .toLowerCase()
    .replace(/[\s【】[\]]/g, "")
    .replace(/[‐-―−]/g, "-")
    .replace(/[一二三四]/g, (numeral) => String(NUMERALS.indexOf(numeral)));
  const own = OF_A_YEAR.exec(folded);
  if (own === null) return inPlanYear(folded, text.includes("季"), year);
  const rest = folded.slice(own[0].length);
  const meant = rest === "" ? "year" : inPlanYear(rest, text.includes("季"), year);
  if (meant === null || Number(own[1]) === year) return meant;
  return isYear(Number(own[1])) ? inMonths(meant, Number(own[1])) : null;
}

function inPlanYear(folded: string, isText: boolean, year: number): string | null {
  if (/^每(?:个)?半年$/.test(folded)) return "[Q1..Q2, Q3..Q4]";
  if (QUARTERS.test(folded)) return likelyQuarters(folded, isText, year);
  const days = likelyTenDays(folded, year);
  if (days !== null) return days;
  const found = SPELLINGS.find(([pattern]) => pattern.test(folded));
  if (found === undefined) return null;
  const meant = withMonths(folded.replace(...found), year);
  return "fault" in parseWhen(meant, year) ? null : meant;
}

/** The first, second or last ten days or so of a month: `9月中旬` is the 11th to the 20th. */
function likelyTenDays(folded: string, planYear: number): string | null {
  const match = /^(?:(\d{4})年)?(\d{1,2})月[上中下]旬$/.exec(folded);
  if (match === null) return null;
  const [year, month] = [Number(match[1] ?? planYear), Number(match[2])];
  const third = "上中下".indexOf(folded.slice(-2, -1));
  const first = makeDay(year, month, third * 10 + 1);
  const last = makeDay(year, month, third === 2 ? daysInMonth(year, month) : third * 10 + 10);
  return first === undefined || last === undefined ? null : `${first}..${last}`;
}

function isYear(year: number): boolean {
  return !("fault" in parseWhen(`${year}-01`, year));
}

/** Rewrites quarters and the whole year as months of a year: `Q2` of 2018 is 2018-04..2018-06. */
export function inMonths(when: string, year: number): string {
  const monthOf = (number: number): string => `${year}-${String(number).padStart(2, "0")}`;
  return when.replace(/^year$/, "Q1..Q4").replace(/Q([1-4])(?:\.\.Q([1-4]))?/g, (_, first: string, last = first) => {
    return `${monthOf(Number(first) * 3 - 2)}..${monthOf(Number(last) * 3)}`;
  });
}

/** Quarters that are listed. 一、二季度 is one piece of work over both; 二、四季度, and Q1、Q2, are two. */
function likelyQuarters(folded: string, isText: boolean, year: number): string | null {
  const digits = folded.replace(/[^1-4]/g, "");
  if (isText && "1234".includes(digits)) return `Q${digits.charAt(0)}..Q${digits.slice(-1)}`;
  const quarters = [...digits].map((digit) => `Q${digit}`);
  return "fault" in parseWhen(quarters, year) ? null : `[${quarters.join(", ")}]`;
}

/** Completes months: `-8` is August of the plan's year, `2017-08`. */
function withMonths(spelling: string, year: number): string {
  return spelling.replace(/(\d{4})?-(\d{1,2})\b/g, (_, own: string | undefined, month: string) => {
    return `${own ?? String(year)}-${month.padStart(2, "0")}`;
  });
}

const ID = /^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/;
const SMALL_ID = /^[a-z][a-z0-9-]{0,31}$/;
/** What YAML reads as a number, truth value or null unless quoted. */
const TAKEN = /^(?:\d+|\d+e-?\d+|0x[\da-f]+|0o[0-7]+|true|false|null)$/i;

/** For each key, words of the source document and of screens, and what a plan writes for them. */
const MEANT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  basis: {
    累计数: "flow",
    累计: "flow",
    期末数: "stock",
    现有数: "stock",
    存量: "stock",
    增幅: "growth",
    增长率: "growth",
    比率: "ratio",
    比例: "ratio",
    占比: "ratio",
    位次: "rank",
    名次: "rank",
    排名: "rank",
    人均数: "density",
    人均: "density",
  },
  from: {
    工作目标: "objective",
    目标: "objective",
    具体措施: "measures",
    措施: "measures",
    进度安排: "schedule",
    进度: "schedule",
    考核目标: "assessment",
    考核: "assessment",
  },
  per: { 季度: "quarter", 每季度: "quarter", 季: "quarter" },
  pace: { 月: "month", 按月: "month", 日: "day", 按日: "day", 天: "day", 按天: "day" },
  districts: {
    全部: "all",
    全部区县: "all",
    全市: "all",
    各区县: "all",
    各区: "all",
    所有区县: "all",
    相关区县: "related",
    有关区县: "related",
  },
};
const WORDS = new Map(Object.entries(MEANT).map(([key, words]) => [key, new Map(Object.entries(words))]));

/** What a plan writes for a word typed as a key's value: `期末数` for `basis` is stock. Null if unknown. */
export function likelyWord(key: string, typed: string): string | null {
  return WORDS.get(key)?.get(typed.normalize("NFKC").trim()) ?? null;
}

/** Whether the word means an empty list: `无`, `none`, `——`. */
export function meansNone(typed: string): boolean {
  return /^(?:none|nil|n\/a|无|没有|不涉及|-+|—+|\/)$/i.test(typed.trim());
}

/**
 * The id that was probably meant: `１０` is 10, `10.1` is 10-1. Ids of tasks may be plain numbers, so `010` is 10 there;
 * those of divisions and indicators (`small`) are in small letters. Null if there is no guess other than what was
 * written.
 */
export function likelyId(text: string, owner: "task" | "small" | "other"): string | null {
  const ascii = text
    .normalize("NFKC")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s/g, "");
  const meant = /^\d+(?:[.。]\d+)+$/.test(ascii) ? ascii.replace(/[.。]/g, "-") : ascii;
  const lean = owner === "task" ? meant.replace(/^0+(?=[1-9]\d*$)/, "") : meant;
  const id = owner === "small" ? lean.toLowerCase() : lean;
  if (!(owner === "small" ? SMALL_ID : ID).test(id)) return null;
  const isNumber = owner === "task" && /^[1-9]\d{0,14}$/.test(id);
  const guess = TAKEN.test(id) && !isNumber ? `"${id}"` : id;
  return guess === text ? null : guess;
}

/** The language that was probably meant: `cn` and 中文 are zh. */
export function likelyLanguage(text: string): "zh" | "en" | null {
  const folded = text.normalize("NFKC").trim();
  if (/^(?:zh|cn|ch|中|汉|简)/i.test(folded)) return "zh";
  return /^(?:en|us|gb|uk|英)/i.test(folded) ? "en" : null;
}
