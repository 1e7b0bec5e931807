/** Texts of which only a part is shown. */

/** Stands for what is left out. */
export const CUT = "…";

/** The text, or so much of its beginning, with a mark that there is more. `most` counts as JavaScript does, in UTF-16. */
export function abridged(text: string, most: number): string {
  return text.length > most ? text.slice(0, betweenCharacters(text, most)) + CUT : text;
}

/** The place in the text, or the one before it: half of a character would be a strange one that the text does not have. */
export function betweenCharacters(text: string, place: number): number {
  return Number(text.codePointAt(place - 1)) > 0xffff ? place - 1 : place;
}
