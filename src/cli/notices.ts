/** Notices on standard error beside a view, whatever its format. */
import type { Gate } from "../core/gates.ts";
import { earlierRecords } from "../core/journal/copied.ts";
import { catalogueOf } from "../i18n/catalogue.ts";
import type { Language } from "../i18n/languages.ts";
import { visible } from "../reporters/visible.ts";
import type { Loaded } from "./load.ts";

/** What in the journal did not count, what the output leaves out, and the gates with what tripped them. */
export interface Notices {
  /** Number of damaged lines in the journal. */
  readonly journalDamaged?: number;
  /** Number of records from an earlier year that count in this year's plan, if they are most of the journal; else 0. */
  readonly journalEarlier?: number;
  /** Number of records about something that the plan does not have. */
  readonly journalUncounted?: number;
  /** Number of targets that the view lists and its format has no room for. */
  readonly targetsLeftOut?: number;
  readonly gates?: readonly Gate[];
}

/** The notices about the journal that every command gives. */
export function journalNotices({ plan, journal, reading }: Pick<Loaded, "plan" | "journal" | "reading">): Notices {
  return { journalDamaged: reading.damaged.length, journalEarlier: earlierRecords(plan, journal) };
}

/** The notices in words, one line each; empty if there are none. */
export async function noticesOf(notices: Notices, language: Language): Promise<string> {
  const { journalDamaged = 0, journalEarlier = 0, journalUncounted = 0, targetsLeftOut = 0, gates = [] } = notices;
  if (journalDamaged + journalEarlier + journalUncounted + targetsLeftOut + gates.length === 0) return "";
  const { screens, words } = await catalogueOf(language);
  const damaged = journalDamaged === 0 ? "" : `${screens.journalDamaged(journalDamaged)}\n`;
  const earlier = journalEarlier === 0 ? "" : `${screens.journalEarlier(journalEarlier)}\n`;
  const uncounted = journalUncounted === 0 ? "" : `${screens.journalUncounted(journalUncounted)}\n`;
  const leftOut = targetsLeftOut === 0 ? "" : `${screens.targetsLeftOut(targetsLeftOut)}\n`;
  const lines = gates.map(({ name, items }) => screens.gate(name, items.length, items.join(words.listSeparator)));
  return damaged + earlier + uncounted + leftOut + lines.map((line) => `${visible(line)}\n`).join("");
}
