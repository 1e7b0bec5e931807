/** A view in the format asked for, to standard output or into a file. */
import type { ReadView } from "../reporters/sheets.ts";
import { type Language, catalogueOf } from "../i18n/catalogue.ts";
import type { CheckView } from "../core/views/check.ts";
import type { JournalCheckView } from "../core/views/journal-check.ts";
import { visible } from "../reporters/visible.ts";
import { type WriteView, isWrite } from "../core/views/writes.ts";
import type { CommonOptions } from "./commands/types.ts";
import { unreadable, usage } from "./failure.ts";
import type { Io, Outcome } from "./io.ts";
import { chosenLanguage } from "./language.ts";
import { fileFailure } from "./load.ts";
import { COLOR_CHOICES, type ColorChoice, makeLook } from "./look.ts";

export const FORMATS = ["table", "json", "csv", "md"] as const;
export type Format = (typeof FORMATS)[number];

const ENDINGS: Readonly<Record<string, Format>> = { ".json": "json", ".csv": "csv", ".md": "md", ".txt": "table" };

/** What a report needs to know besides its view. */
export interface Surroundings {
  /** The plan's language: the last word where nobody chose one. */
  readonly language: Language;
  readonly isForecast: boolean;
  readonly isToday: boolean;
  /** Damaged lines of the journal: told on standard error. */
  readonly damaged: number;
  /** Paths that no output may overwrite. */
  readonly keep: readonly string[];
}

export type AnyView = ReadView | WriteView;

/** Renders the view; the exit code follows from it. */
export async function report(view: AnyView, options: CommonOptions, io: Io, around: Surroundings): Promise<Outcome> {
  const language = chosenLanguage(options.lang, io.env) ?? around.language;
  const format = formatOf(options);
  const text = await render(view, format, language, options, io, around);
  const banner = around.damaged === 0 ? "" : `${catalogueOf(language).screens.journalDamaged(around.damaged)}\n`;
  const stderr = banner + gateLines(view, language);
  const code = exitCodeOf(view);
  if (options.output === undefined) return { stdout: text, stderr, code };
  await save(options.output, text, io, around);
  return { stdout: "", stderr, code };
}

/** 1 for findings: what `check` calls errors, and gates that were tripped. */
function exitCodeOf(view: AnyView): 0 | 1 {
  if (isCheck(view)) return view.ok ? 0 : 1;
  return "gates" in view && view.gates.some(({ items }) => items.length > 0) ? 1 : 0;
}

/** What tripped each gate, beside the report, so that it is told in every format. */
function gateLines(view: AnyView, language: Language): string {
  if (!("gates" in view)) return "";
  const { screens, words } = catalogueOf(language);
  const lines = view.gates.map(({ name, items }) => screens.gate(name, items.length, items.join(words.listSeparator)));
  return lines.map((line) => `${visible(line)}\n`).join("");
}

function isCheck(view: AnyView): view is CheckView | JournalCheckView {
  return view.kind === "ipplan/check" || view.kind === "ipplan/journal-verify";
}

async function save(path: string, text: string, io: Io, { keep }: Surroundings): Promise<void> {
  const { writeOutput } = await import("../storage/output-file.ts");
  let isWritten: boolean;
  try {
    isWritten = writeOutput(path, io.cwd, text, keep);
  } catch (error) {
    throw fileFailure(error);
  }
  if (!isWritten) throw unreadable((texts) => texts.badOutput(path));
}

function formatOf({ format, output }: CommonOptions): Format {
  if (format !== undefined) {
    const known = FORMATS.find((name) => name === format);
    if (known === undefined) throw usage((texts) => texts.formats(format, FORMATS.join(", ")));
    return known;
  }
  if (output === undefined) return "table";
  const ending = /\.[^./\\]+$/.exec(output)?.[0].toLowerCase() ?? "";
  const implied = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (implied === undefined) throw usage((texts) => texts.unknownEnding(output, Object.keys(ENDINGS).join(" ")));
  return implied;
}

async function render(
  view: AnyView,
  format: Format,
  language: Language,
  options: CommonOptions,
  io: Io,
  around: Surroundings,
): Promise<string> {
  if (format === "json") {
    const { renderJson, checkOutput } = await import("../reporters/json.ts");
    return renderJson(isCheck(view) ? checkOutput(view, language) : view);
  }
  if (format === "table") {
    const { renderScreen } = await import("../reporters/terminal/screen.ts");
    const toFile = options.output !== undefined;
    const look = makeLook(io, toFile ? "never" : colorOf(options), catalogueOf(language), around);
    return renderScreen(view, toFile ? { ...look, width: Infinity } : look);
  }
  if (isWrite(view)) throw usage((texts) => texts.formats(format, "table, json"));
  const { renderSheets } = await import("../reporters/sheet-formats.ts");
  return renderSheets(view, format, catalogueOf(language));
}

function colorOf({ color = "auto" }: CommonOptions): ColorChoice {
  const known = COLOR_CHOICES.find((choice) => choice === color);
  if (known === undefined) throw usage((texts) => texts.badValue("--color", color, COLOR_CHOICES.join(", ")));
  return known;
}
