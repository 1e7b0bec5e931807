/** What all pieces of the drawing are drawn with, and where its columns stand. */
import type { GanttView } from "../../core/views/gantt.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { drawingTexts } from "../../i18n/drawing.ts";
import type { DrawingTexts } from "../../i18n/zh/drawing.ts";
import { type Look, wordLook } from "../look.ts";
import { type Area, type Scale, makeScale } from "./scale.ts";

/** A piece across the drawing: how high it is, and how it is drawn from `top` on. */
export interface Strip {
  readonly height: number;
  readonly draw: (top: number) => readonly string[];
}

export interface Sheet {
  readonly view: GanttView;
  readonly catalogue: Catalogue;
  readonly texts: DrawingTexts;
  readonly look: Look;
  readonly year: number;
  readonly scale: Scale;
}

export const WIDTH = 1280;
export const MARGIN = 20;
export const INNER = WIDTH - 2 * MARGIN;

/** Columns of a row, left to right. */
export const COLUMNS = {
  task: { left: 24, right: 62 },
  title: { left: 68, right: 370 },
  lead: { left: 378, right: 466 },
  done: { left: 472, right: 516 },
} as const satisfies Record<string, Area>;

/** Room on the right for half a mark. */
export const TIME: Area = { left: 528, right: WIDTH - MARGIN - 10 };

export const SIZE = { title: 18, text: 12, small: 11 } as const;
export const LINE = { title: 26, text: 16, small: 16 } as const;

/** The sheet of the view: how long the time is that it shows decides its scale. */
export function makeSheet(view: GanttView, catalogue: Catalogue, isForecast: boolean): Sheet {
  return {
    view,
    catalogue,
    texts: drawingTexts(catalogue.language),
    look: { ...wordLook(catalogue), isForecast },
    year: view.plan?.year ?? 0,
    scale: makeScale(view, TIME),
  };
}
