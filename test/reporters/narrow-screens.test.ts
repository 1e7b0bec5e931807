/**
 * Texts outside tables are wrapped if the screen is narrower than they are: a line of 40 columns loses nothing of them.
 */
import { expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { DEFAULT_POLICY, type Milestone } from "../../src/core/plan.ts";
import type { Filters } from "../../src/core/selection.ts";
import { viewStatus } from "../../src/core/views/status.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import { inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { columnsOf } from "./display-width.ts";
import { viewShow } from "../../src/core/views/show.ts";

const LOOK = { ...plainLook(catalogueOf("en")), width: 40 };

const four = (id: string): Milestone[] =>
  [1, 2, 3, 4].map((number) => milestone({ id: `${id}-${number}`, window: "2017-01-01..2017-06-30" }));
const own = plan([task("1", four("1")), task("2", four("2"), { divisions: ["b", "a"] })]);
const EACH = [1, 2].flatMap((id) => [1, 2, 3, 4].map((number) => `${id}-${number}`));

it.each<[string, "extend" | "done", Partial<Filters>]>([
  [
    "extended: led 4 (1-1 (recorded late), 1-2 (recorded late), 1-3 (recorded late), …), assisted 4",
    "extend",
    { divisions: ["a"] },
  ],
  ["8 extended (1-1 (recorded late), 1-2 (recorded late), 1-3 (recorded late), …)", "extend", {}],
  ["without evidence: led 4 (1-1, 1-2, 1-3, …), assisted 4 (2-1, 2-2, 2-3, …)", "done", { divisions: ["a"] }],
  ["8 due by now, those due later than the period included", "done", { quarters: [1] }],
])("status: %s", async (words, kind, filters) => {
  const more = kind === "extend" ? { to: "2017-09-30", t: "2017-12-20T01:00:00.000Z" } : {};
  const journal = foldJournal(EACH.map((id) => record(kind, id, "2017-03-12", more)));
  const screen = await renderScreen(viewStatus(inquiry(own, "2017-12-31", { journal, ...filters })), LOOK);
  expect(screen.replaceAll(/\s+/g, " ")).toContain(words);
  expect(screen.split("\n").filter((line) => columnsOf(line) > 40)).toEqual([]);
});

it("show: the words of a task's light, each line in its colour", async () => {
  const ofOffice = plan([task("1", four("1"))], { policy: { ...DEFAULT_POLICY, lights: "yinchuan" } });
  const [whole] = ofOffice.tasks;
  if (whole === undefined) throw new Error("no task");
  const view = viewShow(inquiry(ofOffice, "2017-01-15"), whole, new Map());
  const blue = (text: string): string => `<${text}>`;
  const screen = await renderScreen(view, { ...LOOK, paint: { ...LOOK.paint, blue } });
  expect(screen).toContain("Progress   <▸ blue no estimate of>\n           <progress>  ▯▯▯▯  0/4 done\n");
});
