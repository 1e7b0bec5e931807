/** What the screens of `status` leave alone: what they do not show takes as long to work out as all that they show. */
import { describe, expect, it } from "vitest";
import { plainLook } from "../../src/reporters/look.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import type { Filters } from "../../src/core/selection.ts";
import { type StatusView, viewStatus } from "../../src/core/views/status.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { inquiry, milestone, plan, task } from "../support/builders.ts";
import { ask2017 } from "../support/plan-2017.ts";

const LOOK = { ...plainLook(catalogueOf("zh")), width: 78 };

/** The view; whoever asks a group for its light fails. */
function withoutGroupLights(view: StatusView): StatusView {
  for (const group of view.groups) {
    for (const key of ["light", "lightReason"]) {
      Object.defineProperty(group, key, {
        enumerable: true,
        get: () => {
          throw new Error(`the group's ${key} is not shown`);
        },
      });
    }
  }
  return view;
}

describe("a status's screen", () => {
  it.each<[string, Partial<Filters>]>([
    ["of the year", {}],
    ["of a quarter", { quarters: [2] }],
    ["of a division", { divisions: ["zlglc"] }],
  ])("asks no group for a light: %s", async (_, filters) => {
    const asked = ask2017("2017-07-03", filters);
    const text = await renderScreen(viewStatus(asked), LOOK);
    expect(text.split("\n").length).toBeGreaterThan(10);
    expect(await renderScreen(withoutGroupLights(viewStatus(asked)), LOOK)).toBe(text);
  });

  it.each([
    ["zh", "应于四季度或年度以后完成"],
    ["en", "2 of them due later, in Q4 or after the year"],
  ] as const)("does not put into the year's quarters what is due after it: %s", async (language, words) => {
    const spans = ["2017-08-01..2017-12-31", "2017-08-01..2018-03-31"];
    const milestones = spans.map((window, index) => milestone({ id: `1-${index + 1}`, window }));
    const view = viewStatus(inquiry(plan([task("1", milestones)]), "2017-09-05", { quarters: [3] }));
    expect(await renderScreen(view, { ...LOOK, catalogue: catalogueOf(language) })).toContain(words);
  });
});
