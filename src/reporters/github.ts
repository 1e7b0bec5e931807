import { type Problem, severityOf } from "../core/problem.ts";
import { type Findings, type FindingsContext, adviceOf } from "./finding-texts.ts";
import { MOST_ANNOTATIONS, placeProperties, workflowCommand } from "./workflow-commands.ts";

/** Workflow commands: each problem becomes an annotation at its line. Nothing where nothing is wrong. */
export function renderGithub({ problems }: Findings, context: FindingsContext): string {
  const more = problems.length - MOST_ANNOTATIONS;
  const lines = problems.slice(0, MOST_ANNOTATIONS).map((problem) => annotation(problem, context));
  const rest = more > 0 ? [workflowCommand("notice", [], context.catalogue.screens.check.more(more))] : [];
  return [...lines, ...rest].map((line) => `${line}\n`).join("");
}

function annotation(problem: Problem, { catalogue, prefix }: FindingsContext): string {
  const { message, advice } = adviceOf(problem, catalogue);
  const place = problem.at === null ? [] : placeProperties(problem.at, prefix);
  return workflowCommand(severityOf(problem), [...place, ["title", problem.code]], [message, ...advice].join("\n"));
}
