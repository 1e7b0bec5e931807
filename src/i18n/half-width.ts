/** Punctuation of Chinese input methods and its ASCII replacement; `halfWidth` uses NFKC for other marks. */
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

/** The ASCII form of a full-width punctuation mark, as plan files need it. */
export function halfWidth(mark: string): string {
  return HALF_WIDTH[mark] ?? mark.normalize("NFKC");
}
