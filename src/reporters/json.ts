/** One document with a line end. */
export function renderJson(view: unknown): string {
  return `${asJson(view)}\n`;
}

/** The value as JSON; characters that some readers take for line ends are escaped. */
export function asJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
