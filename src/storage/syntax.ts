/** The parser's first complaint in our own words. */
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

/** Up to a character of a text that goes on where quotes have ended: `title: "甲"乙`. */
const BEHIND_QUOTE = /["'] *[^\s\]},:#"'|>[{-]$/;

/** The parser stumbles on after its first error; what it says then is mostly an echo. */
export function syntaxFinding(text: string, error: YAMLError): OffsetFinding {
  const [from, end] = error.pos;
  // Blank lines are not what is indented wrongly, but what stands below them.
  const start = error.code === "BAD_INDENT" ? from + Math.max(0, text.slice(from).search(/\S/)) : from;
  const bracket = error.code === "BAD_INDENT" && error.message.startsWith("Flow");
  const lineEnd = text.indexOf("\n", start);
  const isBehindQuote = BEHIND_QUOTE.test(text.slice(text.lastIndexOf("\n", start) + 1, start + 1));
  // Quotes that are not closed are told before the parser runs; what it misses else is a colon.
  const fault = isBehindQuote ? "quoted" : bracket ? "bracket" : (FAULTS[error.code] ?? "other");
  const length = Math.min(end, lineEnd < 0 ? end : lineEnd) - start;
  return { offset: start, length: Math.max(length, 1), finding: { code: "E-SYNTAX", details: { fault } } };
}
