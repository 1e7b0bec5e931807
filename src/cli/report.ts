/** A view in the format asked for, to standard output or into a file. */
import { earlierRecords } from "../core/journal/copied.ts";
import { catalogueOf } from "../i18n/catalogue.ts";
import { existsSync, realpathSync } from "node:fs";
import { relative } from "node:path";
import type { FindingFormat } from "../reporters/findings.ts";
import type { ReadView } from "../reporters/sheets.ts";
import type { Language } from "../i18n/languages.ts";
import type { Content } from "../storage/output-file.ts";
import type { Gate } from "../core/gates.ts";
import type { CheckView } from "../core/views/check.ts";
import type { JournalCheckView } from "../core/views/journal-check.ts";
import type { LogView } from "../core/views/log.ts";
import type { ListView } from "../core/views/tasks.ts";
import { visible } from "../reporters/visible.ts";
import { isWrite } from "../core/views/envelope.ts";
import type { WriteView } from "../core/views/writes.ts";
import { askedFormat } from "./asked-format.ts";
import type { CommonOptions } from "./commands/types.ts";
import { usage } from "./failure.ts";
import { inertInRunner } from "../reporters/runner.ts";
import type { Io, Outcome } from "./io.ts";
import { chosenLanguage } from "./language.ts";
import { type Loaded, leadsOut, shownInside } from "./load.ts";
import { COLOR_CHOICES, type ColorChoice, makeLook } from "./look.ts";
import { VERSION } from "./version.ts";

export const FORMATS = ["table", "json", "csv", "md", "xlsx"] as const;
const WRITE_FORMATS = ["table", "json"] as const;
/** Where divisions are to be chased: sentences to paste into a message. */
const CHASING_FORMATS = [...FORMATS, "text"] as const;
/** Of a list: also one object a line. */
const LISTING_FORMATS = ["table", "json", "ndjson", "csv", "md", "xlsx"] as const;
/** Where something may be wrong; what is a table elsewhere is text here, and `table` is understood all the same. */
const FINDING_FORMATS = ["text", "json", "csv", "md", "xlsx", "github", "sarif", "junit"] as const;
type Format = (typeof CHASING_FORMATS)[number] | (typeof LISTING_FORMATS)[number] | FindingFormat;

/** What a report needs to know besides its view. */
export interface Surroundings {
  /** The plan's language: the last word where nobody chose one. */
  readonly language: Language;
  readonly isForecast: boolean;
  readonly isToday: boolean;
  /** What is to be told of the journal on standard error, where the view is not about that. */
  readonly notices?: Notices;
  /** Paths that no output may overwrite. */
  readonly keep: readonly string[];
  /** The folder that problems' files are relative to, where the view has any. */
  readonly base?: string;
}

export type AnyView = ReadView | WriteView;

/** Renders the view; the exit code follows from it. */
export async function report(view: AnyView, options: CommonOptions, io: Io, around: Surroundings): Promise<Outcome> {
  const language = chosenLanguage(options.lang, io.env) ?? around.language;
  const format = formatOf(options, view);
  const text = await render(view, format, language, options, io, around);
  const stderr = await noticesOf(noticesIn(view, around), language);
  const code = exitCodeOf(view);
  if (options.output === undefined) return { stdout: text, stderr, code };
  await save(options.output, text, io, around.keep);
  return { stdout: "", stderr, code };
}

/** 1 for findings: what `check` calls errors, and gates that were tripped. */
function exitCodeOf(view: AnyView): 0 | 1 {
  if (isCheck(view)) return view.ok ? 0 : 1;
  return "gates" in view && isTripped(view.gates) ? 1 : 0;
}

/** Whether any of the gates found what it looks for. */
export function isTripped(gates: readonly Gate[]): boolean {
  return gates.some(({ items }) => items.length > 0);
}

/** What is told beside a report, in every format: what of the journal did not count, and what tripped each gate. */
export interface Notices {
  /** Damaged lines of the journal. */
  readonly journalDamaged?: number;
  /** Records of an earlier year that count in this one's plan, where these are most of the journal. */
  readonly journalEarlier?: number;
  readonly journalUncounted?: number;
  readonly gates?: readonly Gate[];
}

/** What is told of a journal in every command that goes by it. */
export function journalNotices({ plan, journal, reading }: Pick<Loaded, "plan" | "journal" | "reading">): Notices {
  return { journalDamaged: reading.damaged.length, journalEarlier: earlierRecords(plan, journal) };
}

function noticesIn(view: AnyView, { notices }: Surroundings): Notices {
  return {
    ...notices,
    ...("journalUncounted" in view ? { journalUncounted: view.journalUncounted } : {}),
    ...("gates" in view ? { gates: view.gates } : {}),
  };
}

/** The notices in words, a line each; nothing where there is none. */
export async function noticesOf(notices: Notices, language: Language): Promise<string> {
  const { journalDamaged = 0, journalEarlier = 0, journalUncounted = 0, gates = [] } = notices;
  if (journalDamaged + journalEarlier + journalUncounted + gates.length === 0) return "";
  const { screens, words } = await catalogueOf(language);
  const damaged = journalDamaged === 0 ? "" : `${screens.journalDamaged(journalDamaged)}\n`;
  const earlier = journalEarlier === 0 ? "" : `${screens.journalEarlier(journalEarlier)}\n`;
  const uncounted = journalUncounted === 0 ? "" : `${screens.journalUncounted(journalUncounted)}\n`;
  const lines = gates.map(({ name, items }) => screens.gate(name, items.length, items.join(words.listSeparator)));
  return damaged + earlier + uncounted + lines.map((line) => `${visible(line)}\n`).join("");
}

function isCheck(view: AnyView): view is CheckView | JournalCheckView {
  return view.kind === "ipplan/check" || view.kind === "ipplan/journal-verify";
}

/** Writes the file, or fails in words; `keep` are paths that no output may overwrite, as it may none at all where it `isNew`. */
export async function save(
  path: string,
  content: Content,
  io: Io,
  keep: readonly string[],
  isNew = false,
): Promise<void> {
  return (await import("./output.ts")).save(path, content, io, keep, isNew);
}

function formatOf(options: CommonOptions, view: AnyView): Format {
  // What `check` calls text is a table too, and may be asked for as one.
  const isTable = isCheck(view) && options.format === "table";
  const format = askedFormat(options, isTable ? ["table"] : formatsOf(view)) ?? "table";
  return isCheck(view) && format === "text" ? "table" : format;
}

function formatsOf(view: AnyView): readonly Format[] {
  if (isCheck(view)) return FINDING_FORMATS;
  if (isWrite(view)) return WRITE_FORMATS;
  if (view.kind === "ipplan/overdue") return CHASING_FORMATS;
  return isListing(view) ? LISTING_FORMATS : FORMATS;
}

function isListing(view: AnyView): view is ListView | LogView {
  return view.kind === "ipplan/list" || view.kind === "ipplan/log";
}

async function render(
  view: AnyView,
  format: Format,
  language: Language,
  options: CommonOptions,
  io: Io,
  around: Surroundings,
): Promise<Outcome["stdout"]> {
  if (format === "json") {
    if (view.kind === "ipplan/overdue") return (await import("../reporters/json-pieces.ts")).jsonPieces(view);
    const { renderJson } = await import("../reporters/json.ts");
    if (!isCheck(view)) return renderJson(view);
    return renderJson((await import("../reporters/check-output.ts")).checkOutput(view, language));
  }
  if (format === "ndjson" && isListing(view)) {
    const { renderLines } = await import("../reporters/ndjson.ts");
    return renderLines(view);
  }
  if (format === "table") {
    const { renderScreen } = await import("../reporters/terminal/screen.ts");
    const toFile = options.output !== undefined;
    const look = await makeLook(io, toFile ? "never" : colorOf(options), await catalogueOf(language), around);
    const screen = await renderScreen(view, toFile ? { ...look, width: Infinity } : look);
    return io.env["GITHUB_ACTIONS"] === "true" && !toFile ? inertInRunner(screen) : screen;
  }
  if (isWrite(view)) throw usage((texts) => texts.formats(format, formatsOf(view).join(", ")));
  if (format === "text") return chase(view, language, options, io, around);
  if (format === "github" || format === "sarif" || format === "junit" || format === "ndjson") {
    if (!isCheck(view) || format === "ndjson") {
      throw usage((texts) => texts.formats(format, formatsOf(view).join(", ")));
    }
    const { renderFindings } = await import("../reporters/findings.ts");
    const prefix = repositoryPrefix(around.base ?? io.cwd, io);
    return renderFindings(view, format, { catalogue: await catalogueOf(language), version: VERSION, prefix });
  }
  if (format === "xlsx" && options.output === undefined) throw usage((texts) => texts.needsOutput(format));
  const { renderSheets } = await import("../reporters/sheet-formats.ts");
  return renderSheets(view, format, await catalogueOf(language), around.isForecast);
}

/** Sentences for each division, of `overdue` alone. */
async function chase(
  view: AnyView,
  language: Language,
  options: CommonOptions,
  io: Io,
  { isForecast }: Surroundings,
): Promise<string> {
  if (view.kind !== "ipplan/overdue") throw usage((texts) => texts.formats("text", formatsOf(view).join(", ")));
  if (view.groupBy !== "division") throw usage((texts) => texts.chaseByDivision);
  const { renderChase } = await import("../reporters/chase.ts");
  const text = renderChase(view, await catalogueOf(language), isForecast);
  return io.env["GITHUB_ACTIONS"] === "true" && options.output === undefined ? inertInRunner(text) : text;
}

/**
 * From the top of the repository to the folder: `2018/`, or empty where they are one. The top is what the runner says it
 * is, else where the command was typed; empty too where the folder lies elsewhere.
 */
export function repositoryPrefix(folder: string, { env, cwd }: Io): string {
  const workspace = env["GITHUB_WORKSPACE"];
  const top = workspace === undefined || workspace === "" ? cwd : workspace;
  const real = existsSync(top) ? realpathSync.native(top) : top;
  const way = relative(real, folder);
  return way === "" || leadsOut(way) ? "" : `${shownInside(real, folder)}/`;
}

/** The colour asked for; fails where it is none of the choices. */
export function colorOf({ color = "auto" }: CommonOptions): ColorChoice {
  const known = COLOR_CHOICES.find((choice) => choice === color);
  if (known === undefined) throw usage((texts) => texts.badValue("--color", color, COLOR_CHOICES.join(", ")));
  return known;
}
