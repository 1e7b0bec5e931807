/**
 * Text in the log of GitHub's runner, which takes any line that begins with `::` behind white space for a command, and
 * `##[…]` anywhere: both lose their force and can still be read.
 */
export function inertInRunner(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
