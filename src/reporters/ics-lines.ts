/** Lines of an iCalendar file (RFC 5545): escaped texts, and lines folded to at most 75 octets. */
import { visible } from "./visible.ts";

const MOST_OCTETS = 75;

/** The text escaped as a value, so that it cannot start a new line, parameter or value. */
export function icsText(text: string): string {
  return text
    .split("\n")
    .map((line) => visible(line).replace(/[\\;,]/g, "\\$&"))
    .join("\\n");
}

/** The lines, each ended by CRLF and folded between characters. */
export function foldLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const char of line) {
    const own = octetsOf(char);
    if (octets + own > MOST_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += char;
    octets += own;
  }
  return folded;
}

/** Octets of the character in UTF-8. */
function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
