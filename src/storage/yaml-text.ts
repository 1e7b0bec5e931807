const CHINESE = /^(?:\d+(?=\p{Script=Han}))?\p{Script=Han}[\p{Script=Han}\d、。，；：（）“”《》]*$/u;
const LATIN = /^[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*$/;
/** Words that some reader of YAML takes for something else. */
const TAKEN = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** A text as a YAML scalar: as it is where nothing in it could be taken for anything else, in double quotes otherwise. */
export function yamlScalar(text: string): string {
  const isPlain = CHINESE.test(text) || (LATIN.test(text) && !TAKEN.test(text));
  return isPlain ? text : JSON.stringify(text);
}
