/** Turns a view into an outcome: in the requested format, on standard output or in a file. */
import type { Gate } from "../core/gates.ts";
import { isWrite } from "../core/views/envelope.ts";
import { catalogueOf } from "../i18n/catalogue.ts";
import type { Language } from "../i18n/languages.ts";
import { usage } from "./failure.ts";
import { repositoryPrefix } from "./inside.ts";
import type { Io, Outcome } from "./io.ts";
import { chosenLanguage } from "./language.ts";
import { askedColor, makeLook } from "./look.ts";
import { type Notices, noticesOf } from "./notices.ts";
import type { CommonOptions } from "./options.ts";
import { inLog } from "./runner-log.ts";
import { VERSION } from "./version.ts";
import { type Format, formatOf, formatsOf, isCheck, isListing } from "./view-formats.ts";
import type { AnyView } from "../core/views/answer.ts";
import type { OverdueView } from "../core/views/overdue.ts";
import { countTargets } from "../core/views/targets.ts";

/** What the outcome depends on besides the view. */
export interface Surroundings {
  /** The plan's language, used if nothing else chooses one. */
  readonly language: Language;
  /** Whether the as-of day is still to come. */
  readonly isForecast: boolean;
  /** Whether the as-of day is today because none was typed. */
  readonly isToday: boolean;
  /** Notices about the journal, unless the view itself is about its problems. */
  readonly notices?: Notices;
  /** Paths that no output may overwrite. */
  readonly keep: readonly string[];
  /** The folder that the file paths of problems are relative to; for views with problems. */
  readonly base?: string;
}

/**
 * The outcome of a command that answers with the view. Writes the output file if there is one. The view decides the
 * exit code.
 */
export async function outcomeOf(view: AnyView, options: CommonOptions, io: Io, around: Surroundings): Promise<Outcome> {
  const language = chosenLanguage(options.lang, io.env) ?? around.language;
  const format = formatOf(options, view);
  const text = await render(view, format, { language, options, io, around });
  const stderr = await noticesOf(noticesIn(view, format, around), language);
  const code = exitCodeOf(view);
  if (options.output === undefined) return { stdout: text, stderr, code };
  const { save } = await import("./output.ts");
  await save(options.output, text, io, around.keep);
  return { stdout: "", stderr, code };
}

/** 1 if `check` found errors or a gate tripped, else 0. */
function exitCodeOf(view: AnyView): 0 | 1 {
  if (isCheck(view)) return view.ok ? 0 : 1;
  return "gates" in view && isTripped(view.gates) ? 1 : 0;
}

/** Whether any gate tripped. */
export function isTripped(gates: readonly Gate[]): boolean {
  return gates.some(({ items }) => items.length > 0);
}

function noticesIn(view: AnyView, format: Format, { notices }: Surroundings): Notices {
  // A CSV file is one table.
  const isCut = format === "csv" && (view.kind === "ipplan/overdue" || view.kind === "ipplan/due");
  return {
    ...notices,
    ...("journalUncounted" in view ? { journalUncounted: view.journalUncounted } : {}),
    ...(isCut ? { targetsLeftOut: countTargets(view.indicators) } : {}),
    ...("gates" in view ? { gates: view.gates } : {}),
  };
}

/** What `render` needs besides view and format. */
interface Answering {
  readonly language: Language;
  readonly options: CommonOptions;
  readonly io: Io;
  readonly around: Surroundings;
}

/** The view in the format: a text, or the bytes of a binary format. */
async function render(view: AnyView, format: Format, answering: Answering): Promise<Outcome["stdout"]> {
  const { language, options, io, around } = answering;
  if (format === "json") return json(view, language);
  if (format === "table") return screen(view, answering);
  if (format === "ndjson" && isListing(view)) return (await import("../reporters/ndjson.ts")).renderLines(view);
  if (format === "text" && view.kind === "ipplan/overdue") return chase(view, answering);
  if ((format === "github" || format === "sarif" || format === "junit") && isCheck(view)) {
    const { renderFindings } = await import("../reporters/findings/findings.ts");
    const prefix = repositoryPrefix(around.base ?? io.cwd, io);
    return renderFindings(view, format, { catalogue: await catalogueOf(language), version: VERSION, prefix });
  }
  if ((format === "csv" || format === "md" || format === "xlsx") && !isWrite(view)) {
    if (format === "xlsx" && options.output === undefined) throw usage((texts) => texts.needsOutput(format));
    const { renderSheets } = await import("../reporters/sheets/sheet-formats.ts");
    return renderSheets(view, format, await catalogueOf(language), around.isForecast);
  }
  // Not reached: `formatOf` lets only formats of the view through, and all of them are above.
  throw usage((texts) => texts.formats(format, formatsOf(view).join(", ")));
}

async function json(view: AnyView, language: Language): Promise<Outcome["stdout"]> {
  if (view.kind === "ipplan/overdue") return (await import("../reporters/json-pieces.ts")).jsonPieces(view);
  const { renderJson } = await import("../reporters/json.ts");
  if (!isCheck(view)) return renderJson(view);
  return renderJson((await import("../reporters/check-output.ts")).checkOutput(view, language));
}

/** The view as a screen. In a file it has no colour and no width limit. */
async function screen(view: AnyView, { language, options, io, around }: Answering): Promise<string> {
  const { renderScreen } = await import("../reporters/terminal/screen.ts");
  const toFile = options.output !== undefined;
  const look = await makeLook(io, toFile ? "never" : askedColor(options), await catalogueOf(language), around);
  return toFile ? renderScreen(view, { ...look, width: Infinity }) : inLog(await renderScreen(view, look), io);
}

/** The sentences to send to each division. */
async function chase(view: OverdueView, { language, options, io, around }: Answering): Promise<string> {
  if (view.groupBy !== "division") throw usage((texts) => texts.chaseByDivision);
  const { renderChase } = await import("../reporters/chase.ts");
  const text = renderChase(view, await catalogueOf(language), around.isForecast);
  return options.output === undefined ? inLog(text, io) : text;
}
