import { plainWidth } from "./plain-width.ts";

/**
 * Characters that would act on a terminal or cannot be seen: control characters (line feeds are the layout's), marks
 * that turn writing round, tag characters, halves of pairs.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** More marks than any script needs would run over the lines around. */
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu;

/** The text with each such character spelled out, `<U+202E>`: visible and inert. */
export function visible(text: string): string {
  // What follows takes longer to be made ready than a screen has texts.
  if (plainWidth(text) !== undefined) return text;
  return text.replace(TOO_MANY_MARKS, "$1").replace(HIDDEN, (char) => {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `<U+${code}>`;
  });
}
