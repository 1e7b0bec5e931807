import { describe, expect, it } from "vitest";
import type { DraftHead } from "../../../src/core/draft.ts";
import { HEAD, details, draftTask, mistakes } from "../../support/drafts.ts";

const KNOWN_THEMES = ["t1", "t2"];
const KNOWN_SECTIONS = ["s1", "s2"];

describe("the head of a plan", () => {
  it("without mistakes gives no findings", () => {
    expect(mistakes([])).toEqual([]);
  });

  it.each(["CST", "GMT+8", "Asia/Beijing"])("refuses the time zone %s", (timezone) => {
    expect(mistakes([], { ...HEAD, timezone })).toEqual(["plan.yaml timezone E-TIMEZONE"]);
    expect(details([], { ...HEAD, timezone })).toEqual([{ value: timezone }]);
  });

  it("has every division only once, by id and by name", () => {
    const divisions = [...HEAD.divisions, { id: "ghfzc", name: "信息中心" }, { id: "xxzx", name: "规划发展处" }];
    expect(mistakes([], { ...HEAD, divisions })).toEqual([
      "plan.yaml divisions/2/id E-DUPLICATE-ID",
      "plan.yaml divisions/3/name E-DUPLICATE-ID",
    ]);
  });

  it("has every district only once, however written", () => {
    const districts = ["North", "South", "ｎｏｒｔｈ"];
    expect(mistakes([], { ...HEAD, districts })).toEqual(["plan.yaml districts/2 E-DUPLICATE-ID"]);
  });

  it("has every theme and section only once", () => {
    const themes = [...HEAD.themes, { id: "T1", title: "again" }];
    const sections = [...HEAD.sections, { id: "s1", theme: "t2", title: "again" }];
    expect(mistakes([], { ...HEAD, themes, sections })).toEqual([
      "plan.yaml themes/2/id E-DUPLICATE-ID",
      "plan.yaml sections/2/id E-DUPLICATE-ID",
    ]);
  });

  it("must have the theme of every section", () => {
    const sections = [
      { id: "s1", theme: "t1", title: "first" },
      { id: "s2", theme: "t3", title: "second" },
      { id: "s3", theme: "nothing like it", title: "third" },
    ];
    expect(mistakes([], { ...HEAD, sections })).toEqual([
      "plan.yaml sections/1/theme E-THEME",
      "plan.yaml sections/2/theme E-THEME",
    ]);
    expect(details([], { ...HEAD, sections })).toEqual([
      { name: "t3", known: KNOWN_THEMES, guess: "t1", alike: ["t2"] },
      { name: "nothing like it", known: KNOWN_THEMES, guess: null },
    ]);
  });

  it("is not checked for lists that it lacks", () => {
    const { title, year } = HEAD;
    expect(mistakes([], { title, year })).toEqual([]);
    expect(mistakes([], { title, year, sections: HEAD.sections })).toEqual([]);
  });
});

describe("names of the head", () => {
  const divisions = (...list: [id: string, name: string][]): DraftHead => ({
    ...HEAD,
    divisions: list.map(([id, name]) => ({ id, name })),
  });

  it("must not be another division's id, but may be their own", () => {
    const swapped = divisions(["ghfzc", "规划发展处"], ["zldbc", "GHFZC"]);
    expect(mistakes([], swapped)).toEqual(["plan.yaml divisions/1/name E-DUPLICATE-ID"]);
    expect(mistakes([], divisions(["ghfzc", "规划发展处"], ["it", "IT"]))).toEqual([]);
  });

  it.each(["all", "related", "none", "ALL", "ｒelated"])(
    "are no district that has a meaning of its own: %s",
    (name) => {
      expect(mistakes([], { ...HEAD, districts: ["江北区", name] })).toEqual(["plan.yaml districts/1 E-VALUE"]);
    },
  );
});

describe("the gaps of a policy", () => {
  const told = (policy: DraftHead["policy"] & object): string[] => mistakes([], { ...HEAD, policy });

  it.each<[DraftHead["policy"] & object, string]>([
    [{ redGap: 5, yellowGap: 10 }, "redGap"],
    [{ lights: "yinchuan", yellowGap: 40 }, "yellowGap"],
    [{ lights: "yinchuan", redGap: 5 }, "redGap"],
  ])("are refused if red comes before yellow: %j", (policy, key) => {
    expect(told(policy)).toEqual([`plan.yaml policy/${key} E-NUMBER`]);
  });

  it.each<DraftHead["policy"] & object>([
    { redGap: 10, yellowGap: 10 },
    { yellowGap: 90 },
    { lights: "sanya", redGap: 5 },
    {},
  ])("are fine otherwise: %j", (policy) => expect(told(policy)).toEqual([]));

  it("are reported with the bound", () => {
    expect(details([], { ...HEAD, policy: { redGap: 5, yellowGap: 10 } })).toEqual([
      { key: "redGap", value: "5", least: 10, most: null },
    ]);
  });
});

describe("the section of a task file", () => {
  it("is one of the head's", () => {
    const parts = [
      { section: "s1", tasks: [] },
      { section: "s9", tasks: [draftTask(1)] },
    ];
    expect(mistakes(parts)).toEqual(["2.yaml section E-SECTION"]);
    expect(details(parts)).toEqual([{ name: "s9", known: KNOWN_SECTIONS, guess: "s1", alike: ["s2"] }]);
  });

  it("is not checked if the head's sections could not be read", () => {
    expect(mistakes([{ section: "s9", tasks: [] }], { title: "a plan" })).toEqual([]);
  });
});
