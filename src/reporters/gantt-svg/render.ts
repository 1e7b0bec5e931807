/** `gantt --format svg`: the year drawn to scale, as one self-contained file. */
import { STATES } from "../../core/lights.ts";
import type { GanttView } from "../../core/views/gantt.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { asOfLine, axisStrip, gridLines, titleStrip } from "./head.ts";
import { legendStrip } from "./legend.ts";
import { rowStrips } from "./rows.ts";
import { type Drawing, LINE, MARGIN, SIZE, type Strip, WIDTH, makeDrawing } from "./drawing.ts";
import { styleOf } from "./style.ts";
import { escapeMarkup } from "../markup.ts";
import { round, textElement } from "./text.ts";

/** The drawing as one SVG document. */
export function renderGanttSvg(view: GanttView, catalogue: Catalogue, isForecast: boolean): string {
  const drawing = makeDrawing(view, catalogue, isForecast);
  const [title, axis, legend] = [titleStrip(drawing), axisStrip(drawing), legendStrip(drawing)];
  const rows = view.rows.length === 0 ? [emptyStrip(drawing)] : rowStrips(drawing);
  const axisTop = title.height;
  const bodyTop = axisTop + axis.height;
  const bottom = bodyTop + rows.reduce((sum, { height }) => sum + height, 0);
  const height = bottom + legend.height;
  const parts = [
    `<rect class="g-paper" width="${WIDTH}" height="${round(height)}"/>`,
    ...title.draw(0),
    ...axis.draw(axisTop),
    ...gridLines(drawing, bodyTop, bottom),
    ...asOfLine(drawing, bodyTop, bottom),
    ...stack(rows, bodyTop),
    ...legend.draw(bottom),
  ];
  return `${opening(drawing, height)}\n${parts.join("\n")}\n</svg>\n`;
}

function opening(drawing: Drawing, height: number): string {
  const { view, catalogue, texts } = drawing;
  const { screens } = catalogue;
  const states = STATES.map((state) => ({
    state,
    count: view.rows.reduce((sum, row) => sum + row.milestones.filter((own) => own.state === state).length, 0),
  })).filter(({ count }) => count > 0);
  const list = states.map(({ state, count }) => texts.stateCount(catalogue.words.state(state), count));
  const milestones = states.reduce((sum, { count }) => sum + count, 0);
  const description = texts.description(view.rows.length, milestones, list.join(catalogue.words.listSeparator));
  const title = screens.titleWith(view.plan?.title ?? "", screens.yearAtAGlance);
  const size = `width="${WIDTH}" height="${round(height)}" viewBox="0 0 ${WIDTH} ${round(height)}"`;
  const language = catalogue.language === "zh" ? "zh-CN" : "en";
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" ${size} lang="${language}" role="img" aria-labelledby="g-title g-desc">
<title id="g-title">${escapeMarkup(title)}</title>
<desc id="g-desc">${escapeMarkup(description)}</desc>
<style>${styleOf(height)}</style>`;
}

function stack(strips: readonly Strip[], from: number): string[] {
  let top = from;
  return strips.flatMap((strip) => {
    const drawn = strip.draw(top);
    top += strip.height;
    return drawn;
  });
}

function emptyStrip({ catalogue }: Drawing): Strip {
  return {
    height: LINE.text * 2,
    draw: (top) => [textElement(catalogue.screens.nothingFound, { x: MARGIN + 4, y: top + 20, size: SIZE.text })],
  };
}
