/**
 * Refuses constructs before a parser sees the text. Plans are plain maps, lists and texts. Anchors, aliases, tags and
 * directives only make them hard to read, and can make a small file expand endlessly.
 */
import { Lexer } from "yaml";
import type { Finding } from "../core/problem.ts";

/** A mistake at an offset of the text. */
export interface OffsetFinding {
  readonly offset: number;
  readonly length: number;
  readonly finding: Finding;
}

/** The most nested levels of brackets, and of indentation. */
export const MAX_DEPTH = 32;
const MAX_TOKENS = 200_000;
/** With more than this, the file is not a plan, and the search stops. */
const MOST_FINDINGS = 1000;

/** The lexer's control tokens, which stand for no character of the source. */
const SCALAR_NEXT = "\u001f";
const CONTROL_TOKENS = new Set(["\u0002", "\u0018", SCALAR_NEXT]);

type Feature = Extract<Finding, { code: "E-YAML-FEATURE" }>["details"]["feature"];

/**
 * Findings for refused constructs and exceeded limits, in order. Stops at the first limit, beyond which parsing would be
 * slow, and after very many constructs.
 */
export function refusedTokens(text: string): OffsetFinding[] {
  return isPlain(text) ? [] : foundTokens(text);
}

/**
 * What may begin a refused construct: at the beginning of words, these characters are rare in a plan. What comes before
 * them is looked at last, which takes an eighth of the time.
 */
const SUSPECT = /[&*!?](?<=(?:^|[\s[\]{},:"'-]).)|^(?:%|---|\.\.\.)/m;

/**
 * Whether a quick check proves that there is nothing to refuse: the text is too short for the token limit, has nothing that
 * could begin a refused construct, and its brackets open and close within each line, without a quote or comment there, so
 * that they never nest deep. A text that is not plain may still be fine.
 */
function isPlain(text: string): boolean {
  if (text.length > MAX_TOKENS || SUSPECT.test(text)) return false;
  const bracket = /[[\]{}]/g;
  while (bracket.test(text)) {
    const start = text.lastIndexOf("\n", bracket.lastIndex - 1) + 1;
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    if (!isFlat(text.slice(start, end))) return false;
    bracket.lastIndex = end;
  }
  return true;
}

function isFlat(line: string): boolean {
  let [depth, deepest] = [0, 0];
  for (const [mark] of line.matchAll(/[[\]{}"'#]/g)) {
    if (mark === "[" || mark === "{") depth += 1;
    else if (mark === "]" || mark === "}") depth -= 1;
    else return false;
    if (depth < 0) return false;
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
    // A parser silently ignores whatever follows the end of the document.
    if (ended !== null && isContent) findings.push({ offset: ended, length: 3, finding: yamlFeature("document") });
    const feature = isScalar ? null : featureOf(token, hasContent);
    // Comments and directives may come before the first document, but not later.
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
