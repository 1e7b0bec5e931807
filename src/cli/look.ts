/** How screens are drawn: width, colour, characters. */
import type { Catalogue } from "../i18n/catalogue.ts";
import { ASCII_SYMBOLS, type Look, NO_PAINT, type Paint, SYMBOLS } from "../reporters/look.ts";
import { usage } from "./failure.ts";
import type { Io } from "./io.ts";
import type { CommonOptions } from "./options.ts";

const COLOR_CHOICES = ["auto", "always", "never"] as const;
type ColorChoice = (typeof COLOR_CHOICES)[number];

/** In columns; narrower terminals get lines of this width. */
const LEAST_WIDTH = 40;
/** In columns; longer lines are hard to follow, however wide the window. */
const MOST_WIDTH = 118;

/** The value of `--color`; fails if it is not one of the choices. */
export function askedColor({ color = "auto" }: CommonOptions): ColorChoice {
  const known = COLOR_CHOICES.find((choice) => choice === color);
  if (known === undefined) throw usage((texts) => texts.badValue("--color", color, COLOR_CHOICES.join(", ")));
  return known;
}

/** The look of standard output. */
export async function makeLook(
  io: Io,
  color: ColorChoice,
  catalogue: Catalogue,
  day: { readonly isForecast: boolean; readonly isToday: boolean },
): Promise<Look> {
  const isPlain = io.env["IPPLAN_ASCII"] === "1" || io.env["TERM"] === "dumb";
  return {
    width: widthOn(io) ?? Infinity,
    paint: wantsColor(io, color) ? await colours() : NO_PAINT,
    symbols: isPlain ? ASCII_SYMBOLS : SYMBOLS,
    catalogue,
    ...day,
  };
}

/**
 * The width to fill, in columns; undefined if there is no limit. Two columns stay free, because a full last column
 * makes old Windows consoles insert an empty line.
 */
export function widthOn(io: Pick<Io, "env" | "stdout">): number | undefined {
  const columns = columnsOf(io);
  return columns === undefined ? undefined : Math.min(Math.max(columns - 2, LEAST_WIDTH), MOST_WIDTH);
}

/** `COLUMNS` if it is set (POSIX), else what the terminal says; undefined in a pipe. */
function columnsOf(io: Pick<Io, "env" | "stdout">): number | undefined {
  const typed = Number(io.env["COLUMNS"]);
  if (Number.isInteger(typed) && typed > 0) return typed;
  return io.stdout.isTerminal ? (io.stdout.columns() ?? 80) : undefined;
}

/** `--color` wins over NO_COLOR, which wins over FORCE_COLOR. Otherwise colour is for terminals that can show it. */
function wantsColor(io: Io, color: ColorChoice): boolean {
  if (color !== "auto") return color === "always";
  const { env } = io;
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  if (env["FORCE_COLOR"] !== undefined) return !["0", "false"].includes(env["FORCE_COLOR"]);
  return io.stdout.isTerminal && env["TERM"] !== "dumb";
}

async function colours(): Promise<Paint> {
  const { Chalk } = await import("chalk");
  const { red, yellow, green, blue, bold, dim } = new Chalk({ level: 1 });
  return { red, yellow, green, blue, bold, dim };
}
