/** Access to the XML parts of a workbook: text, attributes, and column letters. */

/** The unpacked parts of a workbook by name. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The part as text; empty if it is missing. */
export function textOf(parts: Parts, name: string): string {
  return Buffer.from(parts[name] ?? []).toString("utf8");
}

/**
 * An attribute of the tag inside of which the text begins, in either kind of quotes; empty if it is missing. `name` is a
 * regular expression.
 */
export function valueIn(text: string, name: string): string {
  const [attributes = ""] = text.split(">", 1);
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? "";
}

/** The number of a column: A is 1, AA is 27. */
export function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + Number(letter.codePointAt(0)) - 64, 0);
}
