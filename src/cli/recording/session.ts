/** What writing commands start from. */
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

/** What a writing command starts from: plan, journal, today, and who writes. */
export interface Session {
  readonly loaded: Loaded;
  readonly inquiry: Inquiry;
  readonly today: Day;
  readonly by: string;
  /** In which the command answers. */
  readonly language: Language;
  readonly options: WriteOptions;
  readonly io: Io;
}

/** Reads plan and journal, and who writes; fails where one cannot be read. */
export async function openSession(options: WriteOptions, io: Io): Promise<Session> {
  // The ids alone are printed, and no file is written.
  const unheeded = options.output !== undefined ? "--output" : options.format === "json" ? "--format json" : null;
  if (options.quiet === true && unheeded !== null) throw usage((texts) => texts.quietAlone(unheeded));
  const loaded = await load(options, io);
  const { plan, journal, reading } = loaded;
  const today = todayOf(plan, io);
  const inquiry = { plan, journal, asOf: today, filters: NO_FILTERS, journalDamaged: reading.damaged.length };
  const language = spokenLanguage(options, io, plan);
  return { loaded, inquiry, today, by: oneLine("--by", options.by ?? knownName(io)), language, options, io };
}

/** Who is at the keyboard; a record by nobody would help nobody. */
function knownName(io: Io): string {
  const name = io.userName();
  if (name === "") throw usage((texts) => texts.noName);
  return name;
}
