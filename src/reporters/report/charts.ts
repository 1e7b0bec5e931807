/** Charts of a bulletin: the numbers of a sentence or table, for those who take in pictures faster. */
import type { Light, State } from "../../core/lights.ts";
import { percentText } from "../look.ts";
import { fractionText } from "../terminal/phrases.ts";
import type { Block } from "./document.ts";
import type { Pen } from "./pen.ts";

const COLOURS: Readonly<Record<State, Light>> = {
  done: "green",
  active: "blue",
  overdue: "red",
  upcoming: "grey",
  cancelled: "grey",
};

export function shareChart({ view, texts, catalogue }: Pen): Block[] {
  const bars = view.shares.map(({ state, milestones, percent }) => ({
    label: catalogue.words.state(state),
    percent,
    text: `${milestones}${catalogue.words.inBrackets(percentText(percent))}`,
    light: COLOURS[state],
  }));
  return view.totals.counts.milestones === 0 ? [] : [{ kind: "chart", caption: texts.chartShares, bars }];
}

/** Where groups are divisions: one bar each. */
export function groupChart({ view, texts, look }: Pen): Block[] {
  if (view.groupBy !== "division") return [];
  const bars = view.groups.flatMap(({ name, rates: { completion } }) =>
    completion.percent === null
      ? []
      : [{ label: name, percent: completion.percent, text: fractionText(completion, look), light: "green" as const }],
  );
  return bars.length === 0 ? [] : [{ kind: "chart", caption: texts.chartGroups, bars }];
}
