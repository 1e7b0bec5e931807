/** One document with a line end. */
export function renderJson(view: unknown): string {
  return `${asJson(view)}\n`;
}

/** The value as JSON; characters that JavaScript takes for line ends are escaped. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
