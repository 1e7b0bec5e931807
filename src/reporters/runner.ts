/**
 * Makes text harmless in the log of a GitHub runner, which takes any line beginning with `::` (after white space) for a
 * command, and `##[…]` anywhere. The text stays readable.
 */
export function inertInRunner(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
