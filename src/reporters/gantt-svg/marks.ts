/** Draws a milestone: its window, its due day with the light and, if that was moved, the original due day. */
import type { Light } from "../../core/lights.ts";
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { Placed } from "./lanes.ts";
import { escapeMarkup } from "../markup.ts";
import { round, textElement } from "./text.ts";
import { textWidth } from "../text-width.ts";

/** Height of a window's bar. */
export const BAR_HEIGHT = 11;
/** Half the width of a mark. */
const MARK_RADIUS = 6;
const TAG_SIZE = 8.5;
/** Distance of the id from the start of the bar, to clear the mark of a milestone that ends there. */
const TAG_INDENT = 8;

/** Paths around 0,0. Each light has its own outline, so that colour is never the only sign; some have a sign on it. */
const SHAPES: Readonly<Record<Light, { readonly outline: string; readonly sign?: string }>> = {
  red: { outline: "M-5.5-5.5h11v11h-11z", sign: "M-2.8-2.8l5.6 5.6m0-5.6l-5.6 5.6" },
  yellow: { outline: "M0-6l6 11h-12z", sign: "M0-2.2v3.4m0 1.2v1.2" },
  green: { outline: "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z", sign: "M-2.8 0l2 2.2l3.6-4.2" },
  blue: { outline: "M-5-6l10.5 6l-10.5 6z" },
  grey: { outline: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z" },
};

/** The mark of a light, centred at the place. */
export function lightMark(light: Light, x: number, y: number): string {
  const { outline, sign } = SHAPES[light];
  const drawn = sign === undefined ? "" : `<path class="g-sign g-on-${light}" d="${sign}"/>`;
  return `<g transform="translate(${round(x)} ${round(y)})"><path class="g-shape g-${light}" d="${outline}"/>${drawn}</g>`;
}

/** The mark of the original due day: hollow, and unlike any light. */
export function ghostMark(x: number, y: number): string {
  return `<path class="g-ghost" transform="translate(${round(x)} ${round(y)})" d="M0-4.5l4.5 4.5l-4.5 4.5l-4.5-4.5z"/>`;
}

/** Draws the milestone, vertically centred at `y`, with the tooltip text. */
export function drawMilestone(placed: Placed, y: number, tooltip: string): string {
  const { milestone, from, original, mark, isMoved } = placed;
  const parts = [
    `<title>${escapeMarkup(tooltip)}</title>`,
    barOf(milestone, from, original, y),
    ...(isMoved ? [linkOf(original, mark, y), ghostMark(original, y)] : []),
    ...tagOf(placed, y),
    lightMark(milestone.light, mark, y),
  ];
  return `<g class="g-milestone" data-id="${escapeMarkup(milestone.id)}" data-due="${milestone.due}">${parts.join("")}</g>`;
}

function barOf({ light, state }: MilestoneView, from: number, to: number, y: number): string {
  const kind = state === "cancelled" ? "g-bar g-void" : `g-bar g-bar-${light}`;
  const size = `width="${round(Math.max(1, to - from))}" height="${BAR_HEIGHT}"`;
  return `<rect class="${kind}" x="${round(from)}" y="${round(y - BAR_HEIGHT / 2)}" ${size} rx="2"/>`;
}

function linkOf(from: number, to: number, y: number): string {
  return `<path class="g-link" d="M${round(from)} ${round(y)}H${round(to)}"/>`;
}

/** The id inside the bar, if there is room beside the mark. */
function tagOf({ milestone, from, original, mark }: Placed, y: number): string[] {
  const room = Math.min(original, mark) - MARK_RADIUS - from - TAG_INDENT - 2;
  if (textWidth(milestone.id, TAG_SIZE) > room) return [];
  return [textElement(milestone.id, { x: from + TAG_INDENT, y: y + 3, size: TAG_SIZE, kind: "tag" })];
}
