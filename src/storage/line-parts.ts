/** Finds the parts of a single line. */

/** Whether a hyphen that makes an item is at the offset. */
export function isItemAt(line: string, at: number): boolean {
  return line.charAt(at) === "-" && /^(?:\s|$)/.test(line.charAt(at + 1));
}

/** The offset behind the colon of the key at offset `at`; -1 if there is no key. */
export function valueAfterKey(line: string, at: number): number {
  const mark = line.charAt(at);
  if (mark === '"' || mark === "'") {
    const end = closingQuote(line, at + 1, mark);
    return end >= 0 && /^:(?:\s|$)/.test(line.slice(end + 1, end + 3)) ? end + 2 : -1;
  }
  if (/[[\]{},&*!|>%@`#]/.test(mark)) return -1;
  const found = line.slice(at).search(/:(?:\s|$)| #/);
  return found >= 0 && line.charAt(at + found) === ":" ? at + found + 1 : -1;
}

/** The offset of the closing quote, searched from `from`; -1 if the quoted text continues on the next line. */
export function closingQuote(line: string, from: number, mark: string): number {
  for (let at = from; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (mark === '"' && char === "\\") at += 1;
    else if (char === mark) {
      if (mark === '"' || line.charAt(at + 1) !== mark) return at;
      at += 1;
    }
  }
  return -1;
}
