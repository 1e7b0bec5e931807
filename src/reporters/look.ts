import type { Day } from "../core/calendar.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import type { Column, TableRow } from "./table.ts";

/** Paints a text that is laid out already; without colour, the text as it is. */
export type Brush = (text: string) => string;

export interface Paint {
  readonly red: Brush;
  readonly yellow: Brush;
  readonly green: Brush;
  readonly blue: Brush;
  readonly bold: Brush;
  readonly dim: Brush;
}

/** The characters that hold the structure; each is one column wide everywhere. */
export interface Symbols {
  readonly red: string;
  readonly yellow: string;
  readonly green: string;
  readonly blue: string;
  readonly grey: string;
  readonly full: string;
  readonly empty: string;
}

export const SYMBOLS: Symbols = {
  red: "✗",
  yellow: "!",
  green: "✓",
  blue: "▸",
  grey: "◦",
  full: "▮",
  empty: "▯",
};

export const ASCII_SYMBOLS: Symbols = {
  red: "x",
  yellow: "!",
  green: "v",
  blue: ">",
  grey: ".",
  full: "#",
  empty: "-",
};

/** All that a terminal reporter may know of its surroundings. */
export interface Look {
  /** Columns that lines may fill; Infinity in a pipe. */
  readonly width: number;
  readonly paint: Paint;
  readonly symbols: Symbols;
  readonly catalogue: Catalogue;
  /** Whether the day asked about is still to come: what is told of it is a forecast. */
  readonly isForecast: boolean;
  /** Whether the day asked about was not typed but taken from the clock. */
  readonly isToday: boolean;
  /** What is made of a table that is wider than the screen, on narrow ones. */
  readonly stack?: (columns: readonly Column[], rows: readonly TableRow[], look: Look) => string[];
}

/** A colour that attention is drawn with: what is well needs none. */
export function brushOf(look: Look, light: "red" | "yellow" | "green" | "blue" | "grey"): Brush {
  return light === "grey" ? look.paint.dim : look.paint[light];
}

/** The colour that stands for a state as a whole, where many are counted. */
export const STATE_LIGHTS = {
  done: "green",
  active: "blue",
  overdue: "red",
  upcoming: "grey",
  cancelled: "grey",
} as const;

/** `06-30` in the plan's year, the full day outside it. */
export function shortDay(day: Day, planYear: number): string {
  return day.startsWith(String(planYear)) ? day.slice(5) : day;
}

/** `87.5%`, always with one decimal; `—` where nothing is counted. */
export function percentText(percent: number | null): string {
  return percent === null ? "—" : `${percent.toFixed(1)}%`;
}

const same: Brush = (text) => text;

/** No colour. */
export const NO_PAINT: Paint = { red: same, yellow: same, green: same, blue: same, bold: same, dim: same };

/** No colour and no limit of width: for messages. */
export function plainLook(catalogue: Catalogue): Look {
  return { width: Infinity, paint: NO_PAINT, symbols: SYMBOLS, catalogue, isForecast: false, isToday: true };
}

/** The same without signs before lights: their words stand there, and fonts and programs of documents may lack the signs. */
export function wordLook(catalogue: Catalogue): Look {
  const symbols = { ...SYMBOLS, red: "", yellow: "", green: "", blue: "", grey: "" };
  return { ...plainLook(catalogue), symbols };
}
