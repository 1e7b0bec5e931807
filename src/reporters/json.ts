/** One document with a line end; characters that JavaScript takes for line ends are escaped. */
export function renderJson(view: unknown): string {
  return asJson(view, "\n");
}

/** The value as JSON, with what is to stand behind it. */
export function asJson(value: unknown, behind = ""): string {
  const text = JSON.stringify(value, null, 2) + behind;
  return /[\u2028\u2029]/.test(text) ? text.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029") : text;
}
