/** Describes changes of a plan in words. */
import { parseDay } from "../../core/calendar.ts";
import type { ChangeView, DiffView } from "../../core/views/diff.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { changeTexts } from "../../i18n/changes.ts";
import { districtText } from "./districts.ts";

/** Characters shown on each side of the part that differs. */
const CONTEXT = 8;
/** Texts shorter than this, in characters, are shown whole. */
const LEAST_TO_CLIP = 48;

/** `HEAD~1 → 现在的计划`. */
export function diffTitle({ before, after }: DiffView, { language }: Catalogue): string {
  const changes = changeTexts(language);
  return changes.title(before.name ?? changes.asItStands, after.name ?? changes.asItStands);
}

type Values = [was: string | null, is: string | null];

/** The years of both plans: a window is shown relative to its own plan's year. */
type Years = Readonly<Record<"before" | "after", Pick<DiffView["before"], "year">>>;

/** The values of both sides, null if a side has none. Of a list of texts, only those that differ. */
export function changeValues(change: ChangeView, years: Years, catalogue: Catalogue): Values {
  const { before, after } = change;
  if (!isListOfTexts(change)) {
    const text = (values: readonly string[], { year }: Years["before"]): string | null =>
      values.length === 0 ? null : valueText(change, values, year, catalogue);
    return [text(before, years.before), text(after, years.after)];
  }
  const only = (own: readonly string[], other: readonly string[]): string =>
    own.filter((text) => !other.includes(text)).join("\n");
  const [was, is] = [only(before, after), only(after, before)];
  if (was === "" && is === "") return [null, changeTexts(catalogue.language).reordered];
  return [was === "" ? null : was, is === "" ? null : is];
}

/** Whether the field is a list of texts, most of which may be unchanged. */
export function isListOfTexts({ field }: Pick<ChangeView, "field">): boolean {
  return field === "measures" || field === "settled";
}

/** The same, with long texts cut down to what differs. */
export function shortValues(change: ChangeView, years: Years, catalogue: Catalogue): Values {
  const [was, is] = changeValues(change, years, catalogue);
  return was === null || is === null || change.change !== "reworded" ? [was, is] : differing(was, is);
}

function valueText(change: ChangeView, values: readonly string[], planYear: number, catalogue: Catalogue): string {
  const { words } = catalogue;
  const windows = (list: readonly string[]): string[] => list.map((value) => windowText(value, planYear, catalogue));
  if (change.field === "when") return windows(values).join(words.sentenceSeparator);
  if (change.field === null && change.subject === "milestone") {
    return [...windows(values.slice(0, -1)), ...values.slice(-1)].join(words.sentenceSeparator);
  }
  if (change.field === "districts") return districtText(values, words);
  if (change.field === "stretch") return values.includes("true") ? words.yes : words.no;
  return values.join(words.listSeparator);
}

function windowText(value: string, planYear: number, { words }: Catalogue): string {
  const [start, end] = value.split("..").map(parseDay);
  return start === undefined || end === undefined ? value : words.window({ start, end }, planYear);
}

/** Both texts without their common beginning and end, except for a few characters around the difference. */
export function differing(was: string, is: string): [string, string] {
  const [a, b] = [[...was], [...is]];
  if (Math.max(a.length, b.length) < LEAST_TO_CLIP) return [was, is];
  const most = Math.min(a.length, b.length);
  const count = (same: (index: number) => boolean, limit: number): number => {
    let index = 0;
    while (index < limit && same(index)) index += 1;
    return index;
  };
  const head = count((index) => a[index] === b[index], most);
  const tail = count((index) => a[a.length - 1 - index] === b[b.length - 1 - index], most - head);
  return [clip(a, head, tail), clip(b, head, tail)];
}

function clip(text: readonly string[], head: number, tail: number): string {
  const [from, to] = [Math.max(0, head - CONTEXT), Math.min(text.length, text.length - tail + CONTEXT)];
  return `${from > 0 ? "…" : ""}${text.slice(from, to).join("")}${to < text.length ? "…" : ""}`;
}
