/** The type of plain tables, and helpers that several share. */
import type { SpokenView } from "../../core/views/situation.ts";
import type { StatusView } from "../../core/views/status.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { saidOf } from "../words/phrases.ts";

export type Value = string | number | null;

/** A table with a title; every row has as many values as there are headings. */
export interface Sheet {
  readonly title: string;
  /** What it contains, in a word. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Whether most columns are usually empty. In Markdown, columns without any value are left out. */
  readonly isSparse?: boolean;
  /** Whether a note already says that there are no rows. Markdown then leaves out the table. */
  readonly isEmptySaid?: boolean;
  /** Whether the last row is a total. */
  readonly hasTotal?: boolean;
}

/** The title of a list: the plan's title, what the list contains, and the as-of day. */
export function headOf({ plan, asOf }: Pick<StatusView, "plan" | "asOf">, part: string): SheetHead {
  return { title: `${plan?.title ?? ""} ${part} ${asOf ?? ""}`.trim(), name: part };
}

export type SheetHead = Pick<Sheet, "title" | "name">;

/** The last word with its day: `2017-04-28 受阻：合作机构尚未落实`; null if there is none. */
export function situationValue(situation: SpokenView, catalogue: Catalogue): Value {
  const text = saidOf(situation, catalogue, (day) => day);
  if (text === "") return null;
  return situation.saidOfTask ? catalogue.screens.ofWholeTask(text) : text;
}
