/** The catalogue: both languages have the same texts, each without traces of the other. */
import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/core/problem.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { LANGUAGES } from "../../src/i18n/languages.ts";
import { calendar as calendarEn } from "../../src/i18n/en/calendar.ts";
import { changes as changesEn } from "../../src/i18n/en/changes.ts";
import { chasing as chasingEn } from "../../src/i18n/en/chasing.ts";
import { drawing as drawingEn } from "../../src/i18n/en/drawing.ts";
import { form as formEn } from "../../src/i18n/en/form.ts";
import { help as helpEn } from "../../src/i18n/en/help.ts";
import { making as makingEn } from "../../src/i18n/en/making.ts";
import { problems as problemsEn } from "../../src/i18n/en/problems.ts";
import { report as reportEn } from "../../src/i18n/en/report.ts";
import { screens as screensEn } from "../../src/i18n/en/screens.ts";
import { usage as usageEn } from "../../src/i18n/en/usage.ts";
import { words as wordsEn } from "../../src/i18n/en/words.ts";
import { workbook as workbookEn } from "../../src/i18n/en/workbook.ts";
import { problemTexts } from "../../src/i18n/problems.ts";
import { calendar as calendarZh } from "../../src/i18n/zh/calendar.ts";
import { changes as changesZh } from "../../src/i18n/zh/changes.ts";
import { chasing as chasingZh } from "../../src/i18n/zh/chasing.ts";
import { drawing as drawingZh } from "../../src/i18n/zh/drawing.ts";
import { form as formZh } from "../../src/i18n/zh/form.ts";
import { help as helpZh } from "../../src/i18n/zh/help.ts";
import { making as makingZh } from "../../src/i18n/zh/making.ts";
import { problems as problemsZh } from "../../src/i18n/zh/problems.ts";
import { report as reportZh } from "../../src/i18n/zh/report.ts";
import { screens as screensZh } from "../../src/i18n/zh/screens.ts";
import { usage as usageZh } from "../../src/i18n/zh/usage.ts";
import { words as wordsZh } from "../../src/i18n/zh/words.ts";
import { workbook as workbookZh } from "../../src/i18n/zh/workbook.ts";
import { DETAILS, type Said, saidBy } from "./everything-said.ts";

const PAIRS = [
  ["calendar", calendarZh, calendarEn],
  ["changes", changesZh, changesEn],
  ["chasing", chasingZh, chasingEn],
  ["drawing", drawingZh, drawingEn],
  ["form", formZh, formEn],
  ["help", helpZh, helpEn],
  ["making", makingZh, makingEn],
  ["problems", problemsZh, problemsEn],
  ["report", reportZh, reportEn],
  ["screens", screensZh, screensEn],
  ["usage", usageZh, usageEn],
  ["words", wordsZh, wordsEn],
  ["workbook", workbookZh, workbookEn],
] as const;

/** The paths of all texts in a value, with the number of arguments of each (0 for a constant text). */
function leaves(value: unknown, path = ""): Map<string, number> {
  if (typeof value === "function") return new Map([[path, value.length]]);
  if (typeof value !== "object" || value === null) return new Map([[path, 0]]);
  return new Map(Object.entries(value).flatMap(([key, below]) => [...leaves(below, `${path}/${key}`)]));
}

/** Whether the text at the path is a function. */
function isFunction(part: unknown, path: string): boolean {
  const steps = path.split("/").slice(1);
  return typeof steps.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], part) === "function";
}

/** Problems have tests of their own, with details for each code. */
const parts = PAIRS.filter(([name]) => name !== "problems");
const all: Record<"zh" | "en", readonly Said[]> = {
  zh: parts.flatMap(([, zh]) => saidBy(zh)),
  en: parts.flatMap(([, , en]) => saidBy(en)),
};

/** Chinese input that English texts show as an example of what may be typed. */
const EXAMPLES = ["6月28日"];

describe.each(PAIRS)("%s", (_, zh, en) => {
  it("has the same keys in both languages, in the same order", () => {
    expect([...leaves(en).keys()]).toEqual([...leaves(zh).keys()]);
  });

  it("takes no more arguments in English than in Chinese", () => {
    const chinese = leaves(zh);
    for (const [path, count] of leaves(en)) expect(count, path).toBeLessThanOrEqual(chinese.get(path) ?? -1);
  });

  it("has no empty text", () => {
    const texts = [zh, en].flatMap((side) => saidBy(side)).filter(({ path }) => !isFunction(zh, path));
    expect(texts.filter(({ text }) => text.trim() === "")).toEqual([]);
  });
});

describe("the texts", () => {
  it("show no undefined, null or NaN, whatever the arguments", () => {
    for (const language of LANGUAGES) {
      expect(all[language].length).toBeGreaterThan(300);
      const broken = all[language].filter(({ text }) => /undefined|null|NaN|\[object/.test(text));
      expect(broken).toEqual([]);
    }
  });

  it("have no Chinese in English, except examples of what may be typed", () => {
    for (const { path, text } of all.en) {
      const rest = EXAMPLES.reduce((left, example) => left.replaceAll(example, ""), text);
      expect(rest, path).not.toMatch(/[\p{Script=Han}，。；：？！（）“”]/u);
    }
  });

  it("have Chinese punctuation in Chinese", () => {
    for (const { path, text } of all.zh) {
      const words = text.replace(/`[^`]*`|https?:\S+|ipplan[^，。；）]*|--[a-z-]+|\S*:\S+/g, "");
      expect(words, path).not.toMatch(/\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u);
    }
  });
});

describe("problems", () => {
  const cases = Object.entries(DETAILS).flatMap(([code, list]) => list.map((details) => ({ code, details })));

  it("are all covered here", () => {
    expect(Object.keys(DETAILS).sort()).toEqual(Object.keys(problemsZh).sort());
  });

  it.each(cases)("$code $details", ({ code, details }) => {
    const problem = { code, details, at: null, excerpt: null } as unknown as Problem;
    const [zh, en] = [problemTexts(problem, "zh"), problemTexts(problem, "en")];
    for (const texts of [zh, en]) {
      expect(texts.message.trim()).not.toBe("");
      expect(texts.hint.trim()).not.toBe("");
      expect(texts.hint).not.toContain("\n");
      expect(`${texts.message}${texts.hint}`).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(zh.message).toMatch(/\p{Script=Han}/u);
    expect(`${en.message}${en.hint}`).not.toMatch(/\p{Script=Han}/u);
    expect([zh.guess, zh.expected, zh.choices, zh.also]).toEqual([en.guess, en.expected, en.choices, en.also]);
  });

  it("name all names that are equally likely", () => {
    const details = { name: "x", known: ["y", "z"], guess: "y", alike: ["z"] };
    const problem: Problem = { code: "E-DIVISION", details, at: null, excerpt: null };
    expect([problemTexts(problem, "zh").guess, problemTexts(problem, "en").guess]).toEqual(["y、z", "y, z"]);
  });

  it("name what was probably meant, and all valid names if the list is short", () => {
    const known = Array.from({ length: 15 }, (_, n) => `name ${n}`);
    const about = (names: readonly string[]): Problem => {
      const details = { name: "x", known: names, guess: "y" };
      return { code: "E-DIVISION", details, at: null, excerpt: null };
    };
    expect(problemTexts(about(known), "en")).toMatchObject({ guess: "y", choices: known });
    expect(problemTexts(about([...known, "one more"]), "en").choices).toEqual([]);
  });
});

describe("the catalogue", () => {
  it.each(LANGUAGES)("for %s is in that language", (language) => {
    expect(catalogueOf(language).language).toBe(language);
  });
});

describe("an unknown kind of record", () => {
  it.each(["constructor", "__proto__", "toString", "ponder"])("is shown as it is: %s", (kind) => {
    expect([wordsZh.recordKind(kind), wordsEn.recordKind(kind)]).toEqual([kind, kind]);
  });
});
