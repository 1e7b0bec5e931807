import type { Day } from "../core/calendar.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import type { Column, TableRow } from "./table.ts";

/** Colours a text that is already laid out; without colour returns it unchanged. */
export type Brush = (text: string) => string;

export interface Paint {
  readonly red: Brush;
  readonly yellow: Brush;
  readonly green: Brush;
  readonly blue: Brush;
  readonly bold: Brush;
  readonly dim: Brush;
}

/** Characters for lights and bars; each is one column wide on every terminal. */
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

/** Everything that a terminal reporter knows about its surroundings. */
export interface Look {
  /** Columns that lines may take; Infinity in a pipe. */
  readonly width: number;
  readonly paint: Paint;
  readonly symbols: Symbols;
  readonly catalogue: Catalogue;
  /** Whether the as-of day is still to come, so that the view is a forecast. */
  readonly isForecast: boolean;
  /** Whether the as-of day is today because none was typed. */
  readonly isToday: boolean;
  /** Lays out a table that is wider than the screen; only set on narrow screens. */
  readonly stack?: (columns: readonly Column[], rows: readonly TableRow[], look: Look) => string[];
}

/** The colour of a light; grey is dim, as nothing there needs attention. */
export function brushOf(look: Look, light: "red" | "yellow" | "green" | "blue" | "grey"): Brush {
  return light === "grey" ? look.paint.dim : look.paint[light];
}

/** The colour for a state where milestones are only counted. */
export const STATE_LIGHTS = {
  done: "green",
  active: "blue",
  overdue: "red",
  upcoming: "grey",
  cancelled: "grey",
} as const;

/** `06-30` in the plan's year, otherwise the full day. */
export function shortDay(day: Day, planYear: number): string {
  return day.startsWith(String(planYear)) ? day.slice(5) : day;
}

/** `87.5%`, always with one decimal; `—` for null. */
export function percentText(percent: number | null): string {
  return percent === null ? "—" : `${percent.toFixed(1)}%`;
}

const same: Brush = (text) => text;

/** No colour. */
export const NO_PAINT: Paint = { red: same, yellow: same, green: same, blue: same, bold: same, dim: same };

/** No colour and no width limit: for messages. */
export function plainLook(catalogue: Catalogue): Look {
  return { width: Infinity, paint: NO_PAINT, symbols: SYMBOLS, catalogue, isForecast: false, isToday: true };
}

/** The same without symbols before lights: documents show the lights' words, and their fonts may lack the symbols. */
export function wordLook(catalogue: Catalogue): Look {
  const symbols = { ...SYMBOLS, red: "", yellow: "", green: "", blue: "", grey: "" };
  return { ...plainLook(catalogue), symbols };
}
