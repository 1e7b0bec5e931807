/**
 * Orders days, timestamps and ids by their UTF-16 units alone, so that the order is the same in every language and
 * place.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
