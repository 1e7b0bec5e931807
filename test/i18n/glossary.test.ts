/** The Chinese catalogue uses the words of docs/glossary.md, and none that it rules out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/core/problem.ts";
import { problemTexts } from "../../src/i18n/problems.ts";
import { calendar } from "../../src/i18n/zh/calendar.ts";
import { changes } from "../../src/i18n/zh/changes.ts";
import { chasing } from "../../src/i18n/zh/chasing.ts";
import { drawing } from "../../src/i18n/zh/drawing.ts";
import { form } from "../../src/i18n/zh/form.ts";
import { help } from "../../src/i18n/zh/help.ts";
import { making } from "../../src/i18n/zh/making.ts";
import { report } from "../../src/i18n/zh/report.ts";
import { screens } from "../../src/i18n/zh/screens.ts";
import { usage } from "../../src/i18n/zh/usage.ts";
import { words } from "../../src/i18n/zh/words.ts";
import { workbook } from "../../src/i18n/zh/workbook.ts";
import { DETAILS, saidBy } from "./everything-said.ts";

/** Rows of the glossary: English, Chinese, remarks. */
const GLOSSARY: readonly (readonly [english: string, chinese: string, remarks: string])[] = readFileSync(
  join(import.meta.dirname, "../../docs/glossary.md"),
  "utf8",
)
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| English"))
  .map((line) => {
    const [, english = "", own = "", remarks = ""] = line.split("|").map((cell) => cell.trim());
    return [english, own, remarks];
  });

/** Words that the glossary rules out. None of them has another use in the catalogue. */
const RULED_OUT = [
  "里程碑",
  "实例",
  "截止",
  "主办",
  "协办",
  "历史遗留",
  "延误",
  "未启动",
  "超期",
  "拖期",
  "基线",
  "读数",
  "办结",
  "甘特图",
];

const SAID = [
  ...[calendar, changes, chasing, drawing, form, help, making, report, screens, usage, words, workbook].flatMap(
    (part) => saidBy(part),
  ),
  ...Object.entries(DETAILS).flatMap(([code, list]) =>
    list.flatMap((details) => {
      const { message, hint } = problemTexts({ code, details, at: null, excerpt: null } as unknown as Problem, "zh");
      return [message, hint].map((text) => ({ path: `/${code}`, text }));
    }),
  ),
];

function chinese(english: string): string {
  const row = GLOSSARY.find(([first]) => first === english);
  if (row === undefined) throw new Error(`the glossary has no row ${english}`);
  return row[1];
}

describe("words that the glossary rules out", () => {
  it.each(RULED_OUT)("are not used: %s", (word) => {
    expect(SAID.filter(({ text }) => text.includes(word))).toEqual([]);
  });

  it("are all listed here", () => {
    const named = GLOSSARY.flatMap(([, , remarks]) =>
      [...remarks.matchAll(/不用((?:“[^”]+”)+)/g)].map(([, quoted = ""]) => quoted),
    );
    const ruledOut = named.flatMap((quoted) =>
      [...quoted.matchAll(/“([^”]+)”/g)].flatMap(([, text = ""]) => text.split("、")),
    );
    expect(ruledOut.length).toBeGreaterThan(8);
    for (const word of ruledOut.filter((text) => !/\d/.test(text))) {
      expect(
        RULED_OUT.some((known) => word.includes(known)),
        word,
      ).toBe(true);
    }
  });

  it("are not 早 before a number of days, as in 早 12 天", () => {
    expect(SAID.filter(({ text }) => /(?<!提)早 ?\d* ?天/.test(text))).toEqual([]);
  });
});

describe("the glossary's words are used", () => {
  it.each(["done", "active", "upcoming", "overdue", "cancelled"] as const)("for the state %s", (state) => {
    expect(words.state(state)).toBe(chinese(`state: ${state}`));
  });

  it("for the lights", () => {
    const [, lights = ""] = chinese("light: grey blue green yellow red").split("：");
    expect((["grey", "blue", "green", "yellow", "red"] as const).map(words.light)).toEqual(lights.split(" "));
  });

  it("for the reasons of lights", () => {
    const reasons = ["due-soon", "done-late", "on-track"] as const;
    expect(reasons.map(words.reason)).toEqual(["due soon", "done late", "on track"].map(chinese));
    expect(words.reason("behind-pace")).toBe("未达序时");
    expect(chinese("pace · on pace · behind pace")).toContain("未达序时");
    expect(words.reason("blocked")).toBe(chinese("blocked · unblock").split(" · ")[0]);
  });

  it("for the columns of the document", () => {
    const { objective, measures, assessment, schedule } = words.columns;
    const row = chinese("objective · measures · assessment · schedule");
    expect([objective, measures, assessment, schedule].join(" · ")).toBe(row);
  });

  it("for lead and assist", () => {
    expect([words.lead, words.assist].join(" · ")).toBe(chinese("lead · assist"));
  });

  it("for undo, correction, acceptance, extension and notes", () => {
    expect([words.recordKind("revoke"), words.correction].join(" · ")).toBe(chinese("undo · correction"));
    expect(words.recordKind("accept")).toBe(chinese("accept · accepted · not yet").split(" · ")[0]);
    expect(words.recordKind("extend")).toBe(chinese("extend · to · reason · approver").split(" · ")[0]);
    expect(words.recordKind("note")).toBe(chinese("note · problem · next step").split(" · ")[0]);
    expect(words.recordKind("progress")).toBe(chinese("progress"));
    expect(words.recordKind("reading")).toBe(chinese("reading").split("，")[0]);
  });

  it("for the rates", () => {
    expect(screens.completion).toBe(chinese("completion rate"));
    expect([screens.dueCompletion, screens.onTime].join(" · ")).toBe(chinese("due completion · on-time rate"));
  });

  it("for expected and probable values, a dry run, and numbers of results", () => {
    expect([screens.check.expected, screens.check.guess].join(" · ")).toBe(chinese("expected · did you mean"));
    expect(screens.dryRun).toBe(chinese("dry run"));
    expect(screens.shown(3, 26)).toBe(chinese("3 of 26 shown"));
    expect(screens.nothingFound).toContain(chinese("nothing found"));
  });

  it("for late entries, and for early, on time and late", () => {
    expect(screens.recordedLate).toBe(chinese("late entry"));
    const [early, onTime, late] = chinese("early · on time · late").split(" · ");
    expect([screens.early(12), screens.onTimeWord, screens.lateWord(3)]).toEqual([
      early?.replace("n", "12"),
      onTime,
      late?.replace("n", "3"),
    ]);
  });
});
