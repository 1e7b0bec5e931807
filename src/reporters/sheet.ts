/** A plain table, and what several of them share. */
import type { WordView } from "../core/views/milestone.ts";
import type { StatusView } from "../core/views/status.ts";
import type { Catalogue } from "../i18n/catalogue.ts";

export type Value = string | number | null;

/** A table with a title; every row has as many values as there are headings. */
export interface Sheet {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** The title of a list: the plan's, what the list is of, and the day. */
export function titleOf({ plan, asOf }: Pick<StatusView, "plan" | "asOf">, part: string): string {
  return `${plan?.title ?? ""} ${part} ${asOf ?? ""}`.trim();
}

/** The day, the kind and the words: `2017-04-28 受阻：合作机构尚未落实`. */
export function lastWordValue(word: WordView | null, screens: Catalogue["screens"], words: Catalogue["words"]): Value {
  if (word === null) return null;
  const kind = word.percent === null ? words.recordKind(word.do) : screens.wordProgress(word.percent);
  return `${word.on} ${word.text === null ? kind : screens.wordWith(kind, word.text)}`;
}
