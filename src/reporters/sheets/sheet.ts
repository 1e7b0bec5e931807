/** A plain table, and what several of them share. */
import type { SpokenView } from "../../core/views/situation.ts";
import type { StatusView } from "../../core/views/status.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { saidOf } from "../words/phrases.ts";

export type Value = string | number | null;

/** A table with a title; every row has as many values as there are headings. */
export interface Sheet {
  readonly title: string;
  /** What it is of, in a word. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Whether most columns are empty mostly: to be read, those that are empty throughout are left out. */
  readonly isSparse?: boolean;
  /** Whether a note says that there are no rows: to be read, headings alone are left out then. */
  readonly isEmptySaid?: boolean;
  /** Whether the last row is a total. */
  readonly hasTotal?: boolean;
}

/** What stands above a list: the plan's title, what the list is of, and the day. */
export function headOf({ plan, asOf }: Pick<StatusView, "plan" | "asOf">, part: string): SheetHead {
  return { title: `${plan?.title ?? ""} ${part} ${asOf ?? ""}`.trim(), name: part };
}

export type SheetHead = Pick<Sheet, "title" | "name">;

/** The day, the kind and the words: `2017-04-28 受阻：合作机构尚未落实`. */
export function situationValue(situation: SpokenView, catalogue: Catalogue): Value {
  const text = saidOf(situation, catalogue, (day) => day);
  if (text === "") return null;
  return situation.saidOfTask ? catalogue.screens.ofWholeTask(text) : text;
}
