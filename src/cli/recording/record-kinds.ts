/** Kinds of record by what people call them: loaded where one is typed. */
import { RECORD_KINDS } from "../../core/journal/record.ts";
import { CORRECTION } from "../../core/views/log.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { LANGUAGES } from "../../i18n/languages.ts";
import type { Words } from "../../i18n/zh/words.ts";
import { Failure } from "../failure.ts";

/** What `log` shows under its heading for kinds. */
export const SHOWN_KINDS: readonly string[] = [...Object.keys(RECORD_KINDS), CORRECTION];

/** Each by the name that journal and JSON have, and by what screens call it in either language: `revoke`, `undo`, `撤销`. */
export async function kindsByName(): Promise<ReadonlyMap<string, string>> {
  const catalogues = await Promise.all(LANGUAGES.map(catalogueOf));
  const names = catalogues.flatMap(({ words }) =>
    SHOWN_KINDS.map((kind): [string, string] => [wordFor(kind, words), kind]),
  );
  return new Map([...names, ...SHOWN_KINDS.map((kind): [string, string] => [kind, kind])]);
}

/** That what was typed is none of the kinds that may stand there. */
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
