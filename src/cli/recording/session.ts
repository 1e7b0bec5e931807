import type { Day } from "../../core/calendar.ts";
import { NO_FILTERS } from "../../core/selection.ts";
import type { Inquiry } from "../../core/views/envelope.ts";
import type { Language } from "../../i18n/languages.ts";
import type { WriteOptions } from "../options.ts";
import { usage } from "../failure.ts";
import type { Io } from "../io.ts";
import { spokenLanguage } from "../language.ts";
import { type Loaded, load } from "../load.ts";
import { oneLine } from "../typed-text.ts";
import { todayOf } from "../today.ts";

/** What a writing command starts from: plan, journal, today, and who is writing. */
export interface Session {
  readonly loaded: Loaded;
  readonly inquiry: Inquiry;
  readonly today: Day;
  readonly by: string;
  /** The language of the answer. */
  readonly language: Language;
  readonly options: WriteOptions;
  readonly io: Io;
}

/** Reads plan and journal, and finds out who is writing. Fails if any of them cannot be determined. */
export async function openSession(options: WriteOptions, io: Io): Promise<Session> {
  // `--quiet` only prints ids and writes no file.
  const unheeded = options.output !== undefined ? "--output" : options.format === "json" ? "--format json" : null;
  if (options.quiet === true && unheeded !== null) throw usage((texts) => texts.quietAlone(unheeded));
  const loaded = await load(options, io);
  const { plan, journal, reading } = loaded;
  const today = todayOf(plan, io);
  const inquiry = { plan, journal, asOf: today, filters: NO_FILTERS, journalDamaged: reading.damaged.length };
  const language = spokenLanguage(options, io, plan);
  return { loaded, inquiry, today, by: oneLine("--by", options.by ?? knownName(io)), language, options, io };
}

/** The current user's name; fails if it is unknown, as every record must name its writer. */
function knownName(io: Io): string {
  const name = io.userName();
  if (name === "") throw usage((texts) => texts.noName);
  return name;
}
