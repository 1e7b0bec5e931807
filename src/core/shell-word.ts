/** The word as it is typed in a command line to copy: in single quotes if a shell would not read it as this one word. */
export function shellWord(word: string | number): string {
  const text = String(word);
  const isOneWord = text !== "" && !/[\s!-$&-*;<>?[-^`{-~]/.test(text);
  return isOneWord ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
