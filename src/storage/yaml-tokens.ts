/**
 * What is refused before a parser sees the text. Plans are plain maps, lists and texts; anchors, aliases, tags and
 * directives only make them hard to read and can make a small file endless, so each is refused where it stands.
 */
import { Lexer } from "yaml";
import type { Finding } from "../core/problem.ts";

/** A mistake at an offset of the text. */
export interface OffsetFinding {
  readonly offset: number;
  readonly length: number;
  readonly finding: Finding;
}

/** Levels of brackets, and levels of indentation. */
export const MAX_DEPTH = 32;
const MAX_TOKENS = 200_000;
/** Whoever has so many in a file has not written a plan. */
const MOST_FINDINGS = 1000;

/** Marks of the lexer that stand for no character of the source. */
const SCALAR_NEXT = "\u001f";
const CONTROL_TOKENS = new Set(["\u0002", "\u0018", SCALAR_NEXT]);

type Feature = Extract<Finding, { code: "E-YAML-FEATURE" }>["details"]["feature"];

/**
 * Refused constructs and limits, in order; stops at the first limit, beyond which parsing would be dear, and at a
 * flood of constructs.
 */
export function refusedTokens(text: string): OffsetFinding[] {
  return isPlain(text) ? [] : foundTokens(text);
}

/** What may begin a refused construct: in a plan such characters are rare where words begin. */
const SUSPECT = /(?:^|[\s[\]{},:"'-])[&*!?]|^(?:%|---|\.\.\.)/m;

/**
 * Whether a glance shows that nothing can be refused: too short for the limit of tokens, nothing that could begin a refused
 * construct, and brackets that open and close within each line, few and with no quote or comment between, so that they nest
 * nowhere deep. What is not plain may be right all the same.
 */
function isPlain(text: string): boolean {
  if (text.length > MAX_TOKENS || SUSPECT.test(text)) return false;
  return text.split("\n").every((line) => !/[[\]{}]/.test(line) || isFlat(line));
}

function isFlat(line: string): boolean {
  let [depth, deepest] = [0, 0];
  for (const char of line) {
    if (char === "[" || char === "{") depth += 1;
    if (char === "]" || char === "}") depth -= 1;
    if (depth < 0 || char === '"' || char === "'" || char === "#") return false;
    deepest = Math.max(deepest, depth);
  }
  return depth === 0 && deepest <= MAX_DEPTH;
}

function foundTokens(text: string): OffsetFinding[] {
  const findings: OffsetFinding[] = [];
  let [offset, tokens, flow] = [0, 0, 0];
  let hasContent = false;
  let isScalar = false;
  let ended: number | null = null;
  for (const token of new Lexer().lex(text)) {
    if (CONTROL_TOKENS.has(token)) {
      isScalar = token === SCALAR_NEXT;
      continue;
    }
    tokens += 1;
    if (token === "[" || token === "{") flow += 1;
    if (token === "]" || token === "}") flow -= 1;
    const limit = limitPassed(tokens, flow);
    if (limit !== null) return [...findings, { offset, length: 1, finding: limit }];
    const isEnd = token === "..." && !isScalar;
    const isContent = isScalar || !/^(?:\s|#|\.\.\.$|$)/.test(token);
    // A parser leaves out whatever follows the end of the document, without a word.
    if (ended !== null && isContent) findings.push({ offset: ended, length: 3, finding: yamlFeature("document") });
    const feature = isScalar ? null : featureOf(token, hasContent);
    // Comments and directives may stand before the first document, and only before it.
    hasContent ||= isContent && (isScalar || !token.startsWith("%"));
    if (isEnd) ended ??= offset;
    else if (isContent) ended = null;
    isScalar = false;
    if (feature !== null) findings.push({ offset, length: token.length, finding: yamlFeature(feature) });
    if (findings.length === MOST_FINDINGS) return findings;
    offset += token.length;
  }
  return findings;
}

function limitPassed(tokens: number, flow: number): Finding | null {
  if (tokens > MAX_TOKENS) return { code: "E-LIMIT", details: { limit: "tokens", most: MAX_TOKENS } };
  if (flow > MAX_DEPTH) return { code: "E-LIMIT", details: { limit: "depth", most: MAX_DEPTH } };
  return null;
}

function featureOf(token: string, hasContent: boolean): Feature | null {
  if (token.startsWith("&")) return "anchor";
  if (token.startsWith("*")) return "alias";
  if (token.startsWith("!")) return "tag";
  if (token.startsWith("%")) return "directive";
  if (token === "?") return "key";
  return token === "---" && hasContent ? "document" : null;
}

function yamlFeature(feature: Feature): Finding {
  return { code: "E-YAML-FEATURE", details: { feature } };
}
