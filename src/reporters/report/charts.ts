/** Charts of a bulletin. They show the numbers of a sentence or table as a picture. */
import { type StateShare, sharesOf } from "../../core/views/report-numbers.ts";
import { STATE_LIGHTS, percentText } from "../look.ts";
import { fractionText } from "../words/phrases.ts";
import { divisionParts } from "./division-parts.ts";
import type { Block } from "./document.ts";
import type { ReportContext } from "./report-context.ts";

/** A chart of the milestones by state; in the bulletin of one division, one for each part. */
export function shareChart(context: ReportContext): Block[] {
  const { view, texts, catalogue } = context;
  const parts = divisionParts(context);
  if (parts.length === 0) return chartOf(texts.chartShares, view.shares, context);
  return parts.flatMap(({ word, numbers }) =>
    chartOf(texts.chartShares + catalogue.words.inBrackets(word), sharesOf(numbers.counts), context),
  );
}

function chartOf(caption: string, shares: readonly StateShare[], { catalogue }: ReportContext): Block[] {
  const bars = shares.map(({ state, milestones, percent }) => ({
    label: catalogue.words.state(state),
    percent,
    text: `${milestones}${catalogue.words.inBrackets(percentText(percent))}`,
    light: STATE_LIGHTS[state],
  }));
  return shares.every(({ milestones }) => milestones === 0) ? [] : [{ kind: "chart", caption, bars }];
}

/** A chart with the completion rate of each division, if the groups are divisions. */
export function groupChart({ view, texts, look }: ReportContext): Block[] {
  if (view.groupBy !== "division") return [];
  const bars = view.groups.flatMap(({ name, rates: { completion } }) =>
    completion.percent === null
      ? []
      : [{ label: name, percent: completion.percent, text: fractionText(completion, look), light: "green" as const }],
  );
  return bars.length === 0 ? [] : [{ kind: "chart", caption: texts.chartGroups, bars }];
}
