/** Charts of a bulletin: the numbers of a sentence or table, for those who take in pictures faster. */
import { STATE_LIGHTS, percentText } from "../look.ts";
import { fractionText } from "../terminal/phrases.ts";
import type { Block } from "./document.ts";
import type { Pen } from "./pen.ts";

export function shareChart({ view, texts, catalogue }: Pen): Block[] {
  const bars = view.shares.map(({ state, milestones, percent }) => ({
    label: catalogue.words.state(state),
    percent,
    text: `${milestones}${catalogue.words.inBrackets(percentText(percent))}`,
    light: STATE_LIGHTS[state],
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
