/** What the screens of `status` leave alone: what they do not show takes as long to work out as all that they show. */
import { describe, expect, it } from "vitest";
import { plainLook } from "../../src/reporters/look.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import type { Filters } from "../../src/core/selection.ts";
import { type StatusView, viewStatus } from "../../src/core/views/status.ts";
import { catalogueOf } from "../support/catalogues.ts";
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
});
