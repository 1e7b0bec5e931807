import type { OffsetFinding } from "./yaml-tokens.ts";

const KEY_BEFORE_COLON = /^( *(?:- +)*)([A-Za-z][A-Za-z-]*)(：)( *)/gm;

/**
 * Keys that an input method gave a full-width colon. The text is mended in memory, so that the one slip does not
 * hide the file's other mistakes; the file is never touched.
 */
export function mendFullWidth(text: string): { text: string; findings: OffsetFinding[] } {
  const findings: OffsetFinding[] = [];
  const mended = text.replace(
    KEY_BEFORE_COLON,
    (whole: string, indent: string, key: string, colon: string, spaces: string, offset: number) => {
      const rest = lineFrom(text, offset + whole.length);
      const details = { key, found: colon, expected: `${key}: ${rest}`.trimEnd() };
      const at = offset + indent.length + key.length;
      findings.push({ offset: at, length: 1, finding: { code: "E-FULLWIDTH", details } });
      return `${indent}${key}:${spaces === "" && rest !== "" ? " " : spaces}`;
    },
  );
  return { text: mended, findings };
}

function lineFrom(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(offset, end < 0 ? undefined : end).replace(/\r$/, "");
}
