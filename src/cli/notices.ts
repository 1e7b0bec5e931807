/** What is told beside a report on standard error, whatever its format. */
import type { Gate } from "../core/gates.ts";
import { earlierRecords } from "../core/journal/copied.ts";
import { catalogueOf } from "../i18n/catalogue.ts";
import type { Language } from "../i18n/languages.ts";
import { visible } from "../reporters/visible.ts";
import type { Loaded } from "./load.ts";

/** What of the journal did not count, and what tripped each gate. */
export interface Notices {
  /** Damaged lines of the journal. */
  readonly journalDamaged?: number;
  /** Records of an earlier year that count in this one's plan, where these are most of the journal. */
  readonly journalEarlier?: number;
  /** Records that speak of what the plan does not have. */
  readonly journalUncounted?: number;
  readonly gates?: readonly Gate[];
}

/** What is told of a journal in every command that goes by it. */
export function journalNotices({ plan, journal, reading }: Pick<Loaded, "plan" | "journal" | "reading">): Notices {
  return { journalDamaged: reading.damaged.length, journalEarlier: earlierRecords(plan, journal) };
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
