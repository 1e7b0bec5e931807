import { type Problem, isError, severityOf, worstFirst } from "../../core/problem.ts";
import { type Findings, type FindingsContext, adviceOf } from "./finding-texts.ts";
import { MOST_ANNOTATIONS, placeProperties, workflowCommand } from "./workflow-commands.ts";

/** GitHub workflow commands: an annotation for each problem at its line. Empty if there are no problems. */
export function renderGithub({ problems }: Findings, context: FindingsContext): string {
  const shown = worstFirst(problems, MOST_ANNOTATIONS);
  const lines = shown.map((problem) => annotation(problem, context));
  const left = problems.filter((problem) => !shown.includes(problem));
  const errors = left.filter(isError).length;
  const { more } = context.catalogue.screens.check;
  const rest = left.length > 0 ? [workflowCommand("notice", [], more(errors, left.length - errors))] : [];
  return [...lines, ...rest].map((line) => `${line}\n`).join("");
}

function annotation(problem: Problem, { catalogue, prefix }: FindingsContext): string {
  const { message, advice } = adviceOf(problem, catalogue);
  const place = problem.at === null ? [] : placeProperties(problem.at, prefix);
  return workflowCommand(severityOf(problem), [...place, ["title", problem.code]], [message, ...advice].join("\n"));
}
