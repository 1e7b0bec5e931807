/** Short texts that several screens share. */
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/core/calendar.ts";
import type { WordView } from "../../src/core/views/situation.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { kindText, oneSentence, saidOf, someIds, timeliness } from "../../src/reporters/words/phrases.ts";
import { day, record } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";

const [zh, en] = [plainLook(catalogueOf("zh")), plainLook(catalogueOf("en"))];

describe("a milestone's situation", () => {
  const word = { do: "progress", on: day("2017-07-03"), percent: 60, text: null } as const;
  const said = (
    problem: string | null,
    nextStep: string | null,
    lastWord: WordView | null = word,
    [problemOn, nextStepOn] = ["2017-07-03", "2017-07-03"].map(day),
  ): string =>
    saidOf(
      { lastWord, problem, nextStep, problemOn: problemOn ?? null, nextStepOn: nextStepOn ?? null },
      zh.catalogue,
      (on) => on.slice(5),
    );

  it("is the last word, with the problem and the next step if there are any", () => {
    expect(said(null, null)).toBe("07-03 进度 60%");
    expect(said("会签未回", null)).toBe("07-03 进度 60%；问题：会签未回");
    expect(said(null, "催办")).toBe("07-03 进度 60%；下步：催办");
    expect(said("会签未回", "催办")).toBe("07-03 进度 60%；问题：会签未回；下步：催办");
  });

  it("is one sentence: texts before others lose their full stop", () => {
    const note = { do: "note", on: day("2017-07-03"), percent: null, text: "正在会签。 " } as const;
    expect(said("会签未回；", "催办。", note)).toBe("07-03 正在会签；问题：会签未回；下步：催办。");
    expect(oneSentence(["No replies yet.", "Next: ask again."], en.catalogue)).toBe("No replies yet; Next: ask again.");
    expect(oneSentence(["已办 。", "下步"], zh.catalogue)).toBe("已办；下步");
    expect(oneSentence([], en.catalogue)).toBe("");
  });

  it("is empty if nothing was said", () => {
    expect(said(null, null, null)).toBe("");
    expect(said("会签未回", null, null)).toBe("07-03 问题：会签未回");
  });

  it("gives a day wherever it differs from that of the part before", () => {
    const days = (problem: string, nextStep: string): [Day, Day] => [day(problem), day(nextStep)];
    expect(said("会签未回", "催办", word, days("2017-05-10", "2017-05-10"))).toBe(
      "07-03 进度 60%；05-10 问题：会签未回；下步：催办",
    );
    expect(said("会签未回", "催办", word, days("2017-05-10", "2017-07-03"))).toBe(
      "07-03 进度 60%；05-10 问题：会签未回；07-03 下步：催办",
    );
    expect(said(null, "催办", word, days("2017-01-20", "2017-01-20"))).toBe("07-03 进度 60%；01-20 下步：催办");
    // A note with only a next step has no word before it.
    const note = { do: "note", on: day("2017-07-03"), percent: null, text: null } as const;
    expect(said("会签未回", "催办", note, days("2017-05-10", "2017-07-03"))).toBe(
      "05-10 问题：会签未回；07-03 下步：催办",
    );
  });
});

describe("a record's kind", () => {
  it.each([
    ["进度 80%", record("progress", "10-1", "2017-06-30", { percent: 80 })],
    ["进度 0%", record("progress", "10-1", "2017-06-30", { percent: 0 })],
    ["填报 12", record("reading", "10/x", "2017-06-30", { value: 12, mode: "total" })],
    ["填报 0", record("reading", "10/x", "2017-06-30", { value: 0 })],
    ["填报 3（新增）", record("reading", "10/x", "2017-06-30", { value: 3, mode: "add" })],
    ["完成", record("done", "10-1", "2017-06-30")],
  ])("comes with its number: %s", (expected, one) => {
    expect(kindText(one, zh)).toBe(expected);
  });
});

describe("the first few ids", () => {
  it("are all of them if there are no more", () => {
    expect(someIds(["10-1", "10-2"], 2, zh)).toBe("10-1、10-2");
    expect(someIds([], 2, zh)).toBe("");
  });

  it("say that there are more", () => {
    expect(someIds(["10-1", "10-2", "10-3"], 2, zh)).toBe("10-1、10-2等");
    expect(someIds(["10-1", "10-2", "10-3"], 2, en)).toBe("10-1, 10-2, …");
  });
});

describe("the timeliness of a completion", () => {
  it("is given in days before or after the due day", () => {
    expect([12, 0, -3].map((days) => timeliness(days, zh))).toEqual(["提前 12 天", "按时", "逾期 3 天"]);
  });
});
