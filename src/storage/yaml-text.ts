const CHINESE = /^(?:\d+(?=\p{Script=Han}))?\p{Script=Han}[\p{Script=Han}\d、。，；：（）“”《》]*$/u;
const LATIN = /^[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*$/;
/** Words that some YAML parsers take for a boolean or null. */
const TAKEN = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** The text as a YAML scalar: plain if it can be taken for nothing else, otherwise in double quotes. */
export function yamlScalar(text: string): string {
  const isPlain = CHINESE.test(text) || (LATIN.test(text) && !TAKEN.test(text));
  return isPlain ? text : JSON.stringify(text);
}

/** As `yamlScalar`, for a list in brackets, in which Chinese commas of a name would look like the list's own. */
export function yamlItem(text: string): string {
  return /[，、]/.test(text) ? JSON.stringify(text) : yamlScalar(text);
}
