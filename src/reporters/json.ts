/** One document with a line end; characters that JavaScript takes for line ends are escaped. */
export function renderJson(view: unknown): string {
  const text = `${JSON.stringify(view, null, 2)}\n`;
  return /[\u2028\u2029]/.test(text) ? text.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029") : text;
}
