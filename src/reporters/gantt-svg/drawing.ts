/** The data and measures shared by all parts of the drawing. Lengths are in SVG user units. */
import type { GanttView } from "../../core/views/gantt.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { drawingTexts } from "../../i18n/drawing.ts";
import type { DrawingTexts } from "../../i18n/zh/drawing.ts";
import { type Look, wordLook } from "../look.ts";
import { type Area, type Scale, makeScale } from "./scale.ts";

/** A full-width part of the drawing: its height, and how to draw it from `top` on. */
export interface Strip {
  readonly height: number;
  readonly draw: (top: number) => readonly string[];
}

/** What every part needs to draw itself. */
export interface Drawing {
  readonly view: GanttView;
  readonly catalogue: Catalogue;
  readonly texts: DrawingTexts;
  readonly look: Look;
  readonly year: number;
  readonly scale: Scale;
}

export const WIDTH = 1280;
export const MARGIN = 20;
/** Width between the margins. */
export const INNER = WIDTH - 2 * MARGIN;

/** Columns of a row, left to right. */
export const COLUMNS = {
  task: { left: 24, right: 62 },
  title: { left: 68, right: 370 },
  lead: { left: 378, right: 466 },
  done: { left: 472, right: 516 },
} as const satisfies Record<string, Area>;

/** The area of the time scale; the 10 units on the right are for half a mark. */
export const TIME: Area = { left: 528, right: WIDTH - MARGIN - 10 };

/** Font sizes. */
export const SIZE = { title: 18, text: 12, small: 11 } as const;
/** Line heights. */
export const LINE = { title: 26, text: 16, small: 16 } as const;

/** Makes the drawing of a view, with the scale for the period it covers. */
export function makeDrawing(view: GanttView, catalogue: Catalogue, isForecast: boolean): Drawing {
  return {
    view,
    catalogue,
    texts: drawingTexts(catalogue.language),
    look: { ...wordLook(catalogue), isForecast },
    year: view.plan?.year ?? 0,
    scale: makeScale(view, TIME),
  };
}
