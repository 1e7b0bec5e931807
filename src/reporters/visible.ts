import { isUsual } from "./plain-width.ts";

/** The text with each character that is invisible or would act on a terminal spelled out, as `<U+202E>`. */
export function visible(text: string): string {
  return isUsual(text) ? text : spelledOut(text);
}

/**
 * The patterns are compiled here and not at load time: compiling Unicode classes takes longer than checking the texts
 * of a screen. Hidden are control characters (except line feeds, which the layout uses), bidirectional marks, tag
 * characters and lone surrogates. More combining marks on a letter than any script needs are dropped, as they would
 * cover the lines around.
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
