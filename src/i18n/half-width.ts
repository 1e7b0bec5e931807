/** Marks that an input method leaves, and the ASCII ones that stand in their place. */
const HALF_WIDTH: Readonly<Record<string, string>> = {
  "，": ",",
  "、": ",",
  "【": "[",
  "】": "]",
  "－": "-",
  "—": "-",
  "–": "-",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
};

/** The mark as plan files want it. */
export function halfWidth(mark: string): string {
  return HALF_WIDTH[mark] ?? mark.normalize("NFKC");
}
