import { plainWidth } from "./plain-width.ts";

/** The text with each character that would act on a terminal or cannot be seen spelled out, `<U+202E>`: visible and inert. */
export function visible(text: string): string {
  return plainWidth(text) === undefined ? spelledOut(text) : text;
}

/**
 * Patterns of Unicode's classes take longer to be made ready than a screen has texts: they stand where they are used. What
 * is hidden: control characters (line feeds are the layout's), marks that turn writing round, tag characters, halves of
 * pairs. More marks on one letter than any script needs would run over the lines around.
 */
function spelledOut(text: string): string {
  const hidden =
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
  return text.replace(/(\p{M}{4})\p{M}+/gu, "$1").replace(hidden, (char) => {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `<U+${code}>`;
  });
}
