import { describe, expect, it } from "vitest";
import type { Plan, SettledWarning, Task } from "../../src/core/plan.ts";
import { viewDiff } from "../../src/core/views/diff.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { differing } from "../../src/reporters/words/change-texts.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { renderMarkdown } from "../../src/reporters/sheets/markdown.ts";
import { sheetsOf } from "../../src/reporters/sheets/sheets.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import { indicator, milestone, plan, task } from "../support/builders.ts";

async function of(before: Plan, after: Plan): Promise<{ screen: string; markdown: string }> {
  const view = viewDiff({ name: "a", plan: before }, { name: null, plan: after });
  const screen = await renderScreen(view, plainLook(catalogueOf("en")));
  return { screen, markdown: renderMarkdown(sheetsOf(view, catalogueOf("en"))) };
}

function planOf(more: Partial<Task>): Plan {
  return plan([task("1", [milestone({ id: "1-1" })], more)]);
}

describe("the difference of two texts", () => {
  const long = "一二三四五六七八九十".repeat(5);

  it("is shown with eight characters around it if they are long", () => {
    expect(differing(`${long}甲${long}`, `${long}乙乙${long}`)).toEqual([
      "…三四五六七八九十甲一二三四五六七八…",
      "…三四五六七八九十乙乙一二三四五六七八…",
    ]);
    expect(differing(`甲${long}`, long)).toEqual(["甲一二三四五六七八…", "一二三四五六七八…"]);
    expect(differing(`${long}甲`, long)).toEqual(["…三四五六七八九十甲", "…三四五六七八九十"]);
  });

  it("counts no character twice in repetitive texts", () => {
    expect(differing("一".repeat(50), "一".repeat(51))).toEqual(["…一一一一一一一一", "…一一一一一一一一一"]);
  });

  it("is all of both texts if they are short", () => {
    expect(differing("一二", "一三")).toEqual(["一二", "一三"]);
  });
});

describe("changes on screen and in Markdown", () => {
  it("only show the measures that differ", async () => {
    const { screen, markdown } = await of(planOf({ measures: ["x", "y"] }), planOf({ measures: ["x", "z", "w"] }));
    expect(screen).toContain(
      "  reworded    measures\n              was  y\n              now  z\n                   w\n",
    );
    expect(markdown).toContain("| 1 title of 1 |  | reworded | measures | y | z<br>w |");
  });

  it("say that there is nothing where a long text was removed, or added", async () => {
    const long = "on two\nlines";
    const out = await of(planOf({ remarks: long }), planOf({}));
    expect(out.screen).toContain(
      "remarks\n              was  on two\n                   lines\n              now  none\n",
    );
    const put = await of(planOf({}), planOf({ remarks: long }));
    expect(put.screen).toContain(
      "remarks\n              was  none\n              now  on two\n                   lines\n",
    );
  });

  it("say which measures were added or removed if others stay", async () => {
    const [two, three] = [planOf({ measures: ["x", "y"] }), planOf({ measures: ["x", "new", "y"] })];
    expect((await of(two, three)).screen).toContain("  reworded    measures  added: new\n");
    expect((await of(three, two)).screen).toContain("  reworded    measures  removed: new\n");
    expect((await of(planOf({}), two)).screen).toContain("  reworded    measures  added: x\n");
  });

  it("name added and removed settled warnings with their reasons", async () => {
    const [year, twice] = [
      { code: "W-YEAR", reason: "x" },
      { code: "W-TWICE", reason: "y" },
    ];
    const settled = (...all: readonly SettledWarning[]): Plan => ({ ...planOf({}), settled: all });
    expect((await of(settled(), settled(year))).screen).toContain("  changed     settled warnings  added: W-YEAR: x\n");
    const more = await of(settled(year), settled(year, twice));
    expect(more.screen).toContain("plan\n  changed     settled warnings  added: W-TWICE: y\n");
    expect(more.markdown).toContain("| settled warnings |  | W-TWICE: y |");
  });

  it("say if measures were only reordered", async () => {
    const { screen } = await of(planOf({ measures: ["x", "y"] }), planOf({ measures: ["y", "x"] }));
    expect(screen).toContain("  reworded    measures  only the order changed\n");
  });

  it("name districts and yes or no in words", async () => {
    const indicators = [indicator("i", { stretch: true })];
    const { screen } = await of(
      planOf({ indicators: [indicator("i")] }),
      planOf({ districts: ["north", "related"], indicators }),
    );
    expect(screen).toContain("  reassigned  districts  none → north and related districts\n");
    expect(screen).toContain("  retargeted  1/i stretch target  no → yes\n");
  });

  it("say that only the years differ", async () => {
    const next = { ...plan([task("1", [milestone({ id: "1-1", window: "2018-04-01..2018-06-30" })])]), year: 2018 };
    const { screen } = await of(planOf({}), next);
    expect(screen).toContain("The plans are for different years: days of 2017 count as those of 2018");
    expect(screen).toContain("1 change: 1 changed\n\nplan\n  changed     year  2017 → 2018\n");
  });

  it("say that there are none on the narrowest screen too", async () => {
    const view = viewDiff({ name: "a", plan: planOf({}) }, { name: null, plan: planOf({}) });
    const screen = await renderScreen(view, { ...plainLook(catalogueOf("en")), width: 38 });
    expect(Math.max(...screen.split("\n").map((line) => line.length))).toBeLessThanOrEqual(38);
  });

  it("are harmless, whatever the texts", async () => {
    const { screen, markdown } = await of(planOf({}), planOf({ title: "a\u001b[31m|<b>@x #1" }));
    expect(screen).toContain("a<U+001B>[31m|<b>@x #1");
    expect(markdown).toContain("a&lt;U+001B&gt;\\[31m\\|&lt;b&gt;@\u2060x #\u20601");
  });

  it("have no table if there are none: the note below the title says so", async () => {
    expect((await of(planOf({}), planOf({}))).markdown).toMatch(/^# [^|]*$/);
  });
});
