/** The order in which days, instants and ids come: by their characters alone, the same in every language and place. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
