/** The view as a JSON document, ended by a newline. */
export function renderJson(view: unknown): string {
  return `${asJson(view)}\n`;
}

/** The value as JSON. U+2028 and U+2029 are escaped: some readers take them for line ends. */
export function asJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
