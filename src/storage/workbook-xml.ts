/** The parts of a workbook as text: their tags, and the names of columns. */

/** Parts of a workbook by their names. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The part as text; empty where there is none. */
export function textOf(parts: Parts, name: string): string {
  return Buffer.from(parts[name] ?? []).toString("utf8");
}

/** The attribute of the tag that the text begins in, in either quotes; empty where it has none. `name` is a pattern. */
export function valueIn(text: string, name: string): string {
  const [attributes = ""] = text.split(">", 1);
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? "";
}

/** A is 1, AA is 27. */
export function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + Number(letter.codePointAt(0)) - 64, 0);
}
