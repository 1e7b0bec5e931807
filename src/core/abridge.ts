/** Shortening of long texts. */

/** Marks that text was cut off. */
export const CUT = "…";

/** The text if it has at most `most` UTF-16 units, else its beginning and a mark. */
export function abridged(text: string, most: number): string {
  return text.length > most ? text.slice(0, betweenCharacters(text, most)) + CUT : text;
}

/**
 * The place, or the one before it if the place is in the middle of a character (a surrogate pair): half of one would
 * print as a character that the text does not have.
 */
export function betweenCharacters(text: string, place: number): number {
  return Number(text.codePointAt(place - 1)) > 0xffff ? place - 1 : place;
}
