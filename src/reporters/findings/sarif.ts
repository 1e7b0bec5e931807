/** SARIF 2.1.0 (OASIS), as code scanning reads it. */
import { type Place, type Problem, type ProblemCode, severityOf } from "../../core/problem.ts";
import { type Findings, type FindingsContext, adviceOf, inert } from "./finding-texts.ts";
import { renderJson } from "../json.ts";

/** The schema's published name, by which readers recognize the version. Nothing is fetched. */
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** A log with one run, and a rule for each code found. */
export function renderSarif({ problems }: Findings, context: FindingsContext): string {
  const { catalogue, version } = context;
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  const driver = { name: "ipplan", version, semanticVersion: version, rules: codes.map(ruleOf) };
  const run = {
    tool: { driver },
    language: catalogue.language === "zh" ? "zh-CN" : "en-US",
    // Columns are counted as in `Place`.
    columnKind: "utf16CodeUnits",
    results: problems.map((problem) => resultOf(problem, codes, context)),
  };
  return renderJson({ $schema: SCHEMA, version: "2.1.0", runs: [run] });
}

function ruleOf(code: ProblemCode): unknown {
  return { id: code, defaultConfiguration: { level: severityOf({ code }) } };
}

function resultOf(problem: Problem, codes: readonly ProblemCode[], { catalogue, prefix }: FindingsContext): unknown {
  const { message, advice } = adviceOf(problem, catalogue);
  return {
    ruleId: problem.code,
    ruleIndex: codes.indexOf(problem.code),
    level: severityOf(problem),
    message: { text: [message, ...advice].map(plain).join("\n") },
    locations: problem.at === null ? [] : [{ physicalLocation: locationOf(problem.at, problem.excerpt, prefix) }],
  };
}

/**
 * Escapes brackets, which would make a link, and braces, which would make a placeholder (§3.11.5 and §3.11.6 of the
 * standard).
 */
function plain(text: string): string {
  return text
    .replace(/[[\]\\]/g, "\\$&")
    .replaceAll("{", "{{")
    .replaceAll("}", "}}");
}

function locationOf(at: Place, excerpt: string | null, prefix: string): unknown {
  const region = { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn };
  const snippet = excerpt === null ? {} : { contextRegion: { startLine: at.line, snippet: { text: inert(excerpt) } } };
  const uri = (prefix + at.file).split("/").map(encoded).join("/");
  return { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region, ...snippet };
}

/** A path segment in a URI; lone surrogates, which no URI can hold, are replaced. */
function encoded(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, "\ufffd"));
}
