/** Translates the parser's first error into our own finding. */
import type { YAMLError } from "yaml";
import type { Finding } from "../core/problem.ts";
import type { OffsetFinding } from "./yaml-tokens.ts";

type SyntaxFault = Extract<Finding, { code: "E-SYNTAX" }>["details"]["fault"];

const FAULTS: Readonly<Record<string, SyntaxFault>> = {
  TAB_AS_INDENT: "tab",
  MISSING_CHAR: "colon",
  BAD_SCALAR_START: "quote",
  BAD_DQ_ESCAPE: "quote",
  BLOCK_AS_IMPLICIT_KEY: "colon",
  MULTILINE_IMPLICIT_KEY: "colon",
  BAD_INDENT: "indent",
};

/** The line up to a character that follows a closing quote: `title: "甲"乙`. */
const BEHIND_QUOTE = /["'] *[^\s\]},:#"'|>[{-]$/;

/** The finding for the parser's first error. After it the parser stumbles on, and its further errors are mostly echoes. */
export function syntaxFinding(text: string, error: YAMLError): OffsetFinding {
  const [from, end] = error.pos;
  // For wrong indentation, skip blank lines: the mistake is in the line below them.
  const start = error.code === "BAD_INDENT" ? from + Math.max(0, text.slice(from).search(/\S/)) : from;
  const bracket = error.code === "BAD_INDENT" && error.message.startsWith("Flow");
  const lineEnd = text.indexOf("\n", start);
  const isBehindQuote = BEHIND_QUOTE.test(text.slice(text.lastIndexOf("\n", start) + 1, start + 1));
  // Unclosed quotes are reported before the parser runs, so another missing character is a colon.
  const fault = isBehindQuote ? "quoted" : bracket ? "bracket" : (FAULTS[error.code] ?? "other");
  const length = Math.min(end, lineEnd < 0 ? end : lineEnd) - start;
  return { offset: start, length: Math.max(length, 1), finding: { code: "E-SYNTAX", details: { fault } } };
}
