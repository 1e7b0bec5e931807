import { type Place, type Problem, severityOf } from "../core/problem.ts";
import { type Findings, type FindingsContext, adviceOf, inert } from "./finding-texts.ts";

/** The page shows ten of a kind; a flood in the log helps nobody. */
const MOST_ANNOTATIONS = 50;

/** Workflow commands: each problem becomes an annotation at its line. Nothing where nothing is wrong. */
export function renderGithub({ problems }: Findings, context: FindingsContext): string {
  const more = problems.length - MOST_ANNOTATIONS;
  const lines = problems.slice(0, MOST_ANNOTATIONS).map((problem) => annotation(problem, context));
  const rest = more > 0 ? [`::notice::${data(context.catalogue.screens.check.more(more))}`] : [];
  return [...lines, ...rest].map((line) => `${line}\n`).join("");
}

function annotation(problem: Problem, { catalogue, prefix }: FindingsContext): string {
  const { message, advice } = adviceOf(problem, catalogue);
  const place = problem.at === null ? [] : placeProperties(problem.at, prefix);
  const properties = [...place, ["title", problem.code] as const];
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(",");
  return `::${severityOf(problem)} ${list}::${data([message, ...advice].join("\n"))}`;
}

/** GitHub takes columns only where both ends stand in one line. */
function placeProperties(at: Place, prefix: string): (readonly [string, string | number])[] {
  const lines = [
    ["file", prefix + inert(at.file)],
    ["line", at.line],
    ["endLine", at.endLine],
  ] as const;
  if (at.endLine !== at.line) return [...lines];
  return [...lines, ["col", at.column], ["endColumn", at.endColumn]];
}

/** As the runner reads it back: nothing in a text ends the command, and none of the older `##[…]` commands begins. */
function data(text: string): string {
  const whole = text.replaceAll("##[", "## [");
  return whole.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
