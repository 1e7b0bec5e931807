/** Kinds of record by the names people use. Loaded only when a kind is typed. */
import { RECORD_KINDS } from "../../core/journal/record.ts";
import { CORRECTION } from "../../core/views/log.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { LANGUAGES } from "../../i18n/languages.ts";
import type { Words } from "../../i18n/zh/words.ts";
import { Failure } from "../failure.ts";

/** The kinds as `log` shows them. */
export const SHOWN_KINDS: readonly string[] = [...Object.keys(RECORD_KINDS), CORRECTION];

/**
 * Name → kind, for the names used in journal and JSON and those on screens in both languages: `revoke`, `undo`, `撤销`.
 */
export async function kindsByName(): Promise<ReadonlyMap<string, string>> {
  const catalogues = await Promise.all(LANGUAGES.map(catalogueOf));
  const names = catalogues.flatMap(({ words }) =>
    SHOWN_KINDS.map((kind): [string, string] => [wordFor(kind, words), kind]),
  );
  return new Map([...names, ...SHOWN_KINDS.map((kind): [string, string] => [kind, kind])]);
}

/** The failure for a word that is not one of the known kinds. */
export function noKind(name: string, typed: string, known: readonly string[]): Failure {
  return new Failure(
    2,
    async (texts) => {
      const { words } = await catalogueOf("zh");
      const chinese = known.map((kind) => wordFor(kind, words));
      return texts.badValue(name, typed, texts.oneOf(known, chinese));
    },
    "kind",
  );
}

function wordFor(kind: string, words: Words): string {
  return kind === CORRECTION ? words.correction : words.recordKind(kind);
}
