/**
 * Full-width marks that an input method left where YAML wants ASCII. They are mended in memory only, so that one slip does
 * not hide the file's other mistakes. Marks inside a text are left alone.
 */
import { ALL_KEYS } from "../core/draft.ts";

/** A line as it was meant. */
export interface MendedLine {
  readonly text: string;
  /** Where the first wrong mark stands in the line as written; the mark itself; the key of the line. */
  readonly at: number;
  readonly found: string;
  readonly key: string;
  /** Whether the mark is the hyphen of a list item. */
  readonly isItem: boolean;
  /** Offsets in the mended line at which a space was inserted. */
  readonly inserted: readonly number[];
}

/** Keys whose lists hold names or windows, which contain no comma or bracket themselves. */
const LISTS: ReadonlySet<string> = new Set(["divisions", "districts", "when", "from"]);
/** Keys whose values are plain ASCII. */
const ASCII_VALUES: ReadonlySet<string> = new Set(["when", "year", "min", "max", "baseline", "dueSoonDays"]);
/** Keys whose values are sometimes quoted, and contain no quotes themselves. */
const QUOTABLE: ReadonlySet<string> = new Set([...LISTS, ...ASCII_VALUES, "id", "due", "added", "issued", "section"]);

const LIST_MARKS: Readonly<Record<string, string>> = {
  "，": ",",
  "、": ",",
  "【": "[",
  "】": "]",
  "［": "[",
  "］": "]",
};
const DASH = /[－—–]/;
/** The hyphen of an item typed as a dash; two dashes in a row are Chinese punctuation. */
const ITEM = /^( *)([－—–])(?![－—–])( *)(?=\S)/;
const START = /^(?: *- +)*/;
/** Every mark that is mended. Lines without any are left alone at once. */
const MARKS = /[\u00a0\u2013\u2014‘’“”\u3000、【】\uff01-\uff5e]/;
/** Most lines with Chinese text: a lower-case key, a plain space, and a value without brackets. */
const SOUND = /^ *(?:- +)*([a-z]+): (?! *[[{\u3000\u00a0])/;
/** Without a colon, only what begins a line can be mended: the hyphen of an item, or the mark of a comment. */
const COLON_OR_BEGINNING = /[:：]|^\s*[－—–＃]/;
const KEY = /^ *([^\s:：#"'[\]{},&*!|>%@`-][^\s:：]*)([:：])/;

/** Names in the plan's head that contain a Chinese comma. Called only when such a comma occurs in a list of names. */
export type NamesWithCommas = () => readonly string[];

/** The mended line; null if nothing needs mending. `keyColumn` is the column of the map's last key, -1 for none. */
export function mendLine(
  line: string,
  keyColumn: number,
  expectsItem: boolean,
  names: NamesWithCommas,
): MendedLine | null {
  if (!MARKS.test(line)) return null;
  const [, sound = ""] = SOUND.exec(line) ?? [];
  if (sound === "" ? !COLON_OR_BEGINNING.test(line) : !QUOTABLE.has(sound)) return null;
  const mend: Mend = { text: line, marks: [], inserted: [], key: "" };
  mendItem(mend, expectsItem);
  mendKey(mend, keyColumn);
  mendValue(mend, names);
  mendFlowKeys(mend);
  if (mend.text.startsWith("＃", mend.text.search(/\S/))) replaceAt(mend, mend.text.indexOf("＃"), "#");
  const at = Math.min(...mend.marks);
  if (mend.marks.length === 0) return null;
  const { text, inserted, key } = mend;
  const found = line.charAt(at);
  return { text, at, found, key, isItem: DASH.test(found), inserted: inserted.toSorted((a, b) => a - b) };
}

/** A line being mended. `marks` are offsets in the line as written, `inserted` offsets in the mended one. */
interface Mend {
  text: string;
  readonly marks: number[];
  readonly inserted: number[];
  key: string;
}

function replaceAt(mend: Mend, at: number, mark: string): void {
  mend.marks.push(at - mend.inserted.filter((place) => place < at).length);
  mend.text = mend.text.slice(0, at) + mark + mend.text.slice(at + 1);
}

function insertSpace(mend: Mend, at: number): void {
  mend.inserted.forEach((place, index) => {
    if (place >= at) mend.inserted[index] = place + 1;
  });
  mend.inserted.push(at);
  mend.text = `${mend.text.slice(0, at)} ${mend.text.slice(at)}`;
}

/** `－ id: 10`: the hyphen of an item, if an item is expected here or a known key follows. */
function mendItem(mend: Mend, expectsItem: boolean): void {
  const match = ITEM.exec(mend.text);
  if (match === null) return;
  const [whole, indent = "", , spaces = ""] = match;
  const key = KEY.exec(mend.text.slice(whole.length))?.[1] ?? "";
  if (!expectsItem && !ALL_KEYS.has(key)) return;
  replaceAt(mend, indent.length, "-");
  if (spaces === "") insertSpace(mend, indent.length + 1);
}

/** `title：…`: a known key, or any word at the column of the map's keys. */
function mendKey(mend: Mend, keyColumn: number): void {
  const start = START.exec(mend.text)?.[0].length ?? 0;
  const match = KEY.exec(mend.text.slice(start));
  if (match === null) return;
  const [whole, key = "", colon = ""] = match;
  const end = start + whole.length;
  mend.key = key;
  if (colon === ":") return mendSpace(mend, end);
  const isBeside = start + whole.length - key.length - 1 === keyColumn && !mend.text.includes(": ", end);
  if (!ALL_KEYS.has(key) && !isBeside) return;
  mendColon(mend, end - 1);
}

/** `{id：10-1，when：Q2}`: known keys in braces, and the comma before each. */
function mendFlowKeys(mend: Mend): void {
  if (!/^ *(?:- +)*(?:[^\s:]+: *)?[[{]/.test(mend.text)) return;
  for (;;) {
    const match = /([{,，]) *([a-zA-Z]+)(?:：|(?<=， *[a-zA-Z]+):)/.exec(mend.text);
    const [whole = "", mark = "", key = ""] = match ?? [];
    // After an odd number of quotes, this is inside a quoted text.
    if (match === null || !ALL_KEYS.has(key) || mend.text.slice(0, match.index).split('"').length % 2 === 0) return;
    mend.key ||= key;
    if (whole.endsWith("：")) mendColon(mend, match.index + whole.length - 1);
    if (mark === "，") mendComma(mend, match.index);
  }
}

/** A space behind the colon that YAML does not take for one. */
function mendSpace(mend: Mend, at: number): void {
  if (/[\u3000\u00a0]/.test(mend.text.charAt(at))) replaceAt(mend, at, " ");
}

function mendColon(mend: Mend, at: number): void {
  replaceAt(mend, at, ":");
  mendSpace(mend, at + 1);
  if (/\S/.test(mend.text.charAt(at + 1))) insertSpace(mend, at + 1);
}

function mendComma(mend: Mend, at: number): void {
  replaceAt(mend, at, ",");
  if (/\S/.test(mend.text.charAt(at + 1))) insertSpace(mend, at + 1);
}

/** Commas, brackets, digits and quotes in values that hold names, windows or numbers. */
function mendValue(mend: Mend, names: NamesWithCommas): void {
  const from = mend.text.indexOf(": ") + 1;
  if (from === 0 || !QUOTABLE.has(mend.key)) return;
  if (LISTS.has(mend.key) && !isMendable(mend.text.slice(from), mend.key)) return;
  const quotes = /^ *[[【［]? *([“”‘’])/.exec(mend.text.slice(from));
  let quote = "";
  for (let at = from; at < mend.text.length; at += 1) {
    const char = mend.text.charAt(at);
    if (char === "#" && mend.text.charAt(at - 1) === " ") return;
    if (char === quote) quote = "";
    else if (quote === "" && /["']/.test(char)) quote = char;
    // A quoted name may contain any mark.
    if (quote !== "" && !ASCII_VALUES.has(mend.key)) continue;
    const ascii = asciiOf(char, mend.key, quotes !== null);
    if (ascii === null || (/[，、]/.test(char) && LISTS.has(mend.key) && isOfName(mend, at, names))) continue;
    if (ascii === ",") mendComma(mend, at);
    else replaceAt(mend, at, ascii);
  }
}

/** Whether a comma belongs to a name: it is between full-width brackets, or the head defines such a name. */
function isOfName({ text, key }: Mend, at: number, names: NamesWithCommas): boolean {
  const isBracketed = text.lastIndexOf("（", at) > text.lastIndexOf("）", at) && /^[^（,[\]]*）/.test(text.slice(at));
  if (isBracketed || (key !== "divisions" && key !== "districts")) return isBracketed;
  return names().some((name) => {
    for (let from = text.indexOf(name); from >= 0 && from <= at; from = text.indexOf(name, from + 1)) {
      const [before, behind] = [text.slice(0, from), text.slice(from + name.length)];
      if (at < from + name.length && /[[,，、【［] *$/.test(before) && /^ *[\],，、】］]/.test(behind)) return true;
    }
    return false;
  });
}

/** Whether only the marks are wrong. Lists without brackets and windows in words get their own messages. */
function isMendable(value: string, key: string): boolean {
  const [text = ""] = value.split(" #");
  const meant = [...text].map((char) => asciiOf(char, key, true) ?? char).join("");
  if (key === "when" && !/^[ -~]*$/.test(meant)) return false;
  return meant.trim().startsWith("[") || !meant.includes(",");
}

function asciiOf(char: string, key: string, isQuoted: boolean): string | null {
  if (LISTS.has(key) && Object.hasOwn(LIST_MARKS, char)) return LIST_MARKS[char] ?? null;
  if (isQuoted && /[“”‘’]/.test(char)) return /[“”]/.test(char) ? '"' : "'";
  const isForm = ASCII_VALUES.has(key) && /[\uff01-\uff5e]/.test(char);
  return isForm ? char.normalize("NFKC") : null;
}
