/** What documents say that speak of a part, or of what was known before: a part must never look like the whole. */
import type { Envelope } from "../core/views/envelope.ts";
import type { Look } from "./look.ts";
import { filterPieces } from "./terminal/phrases.ts";

/** Of what alone it speaks, by its filters and `more`; nothing where it speaks of the whole. */
export function onlyNote(
  { filters }: Pick<Envelope<string>, "filters">,
  look: Look,
  more: readonly string[] = [],
): string[] {
  const { screens, words } = look.catalogue;
  const pieces = [...filterPieces(filters, [], look), ...more];
  return pieces.length === 0 ? [] : [screens.only(pieces.join(words.sentenceSeparator))];
}

/** By what was known on which day, and which records that is; nothing where all that is known counts. */
export function asKnownNote(
  { asKnown, journal }: Pick<Envelope<string>, "asKnown" | "journal">,
  { catalogue }: Pick<Look, "catalogue">,
): string[] {
  if (asKnown === null) return [];
  return [catalogue.screens.asKnown(asKnown, journal?.records ?? 0, journal?.digest ?? "")];
}
