/** The files of a new plan: small, complete, and explained by comments. */
import { DEFAULT_POLICY, type Division, type Plan } from "../core/plan.ts";
import type { NewFile } from "./new-files.ts";
import { modeline, schemaFileName, schemaText, SCHEMA_FOLDER, SCHEMA_KINDS } from "./plan-schema.ts";
import { yamlItem, yamlScalar } from "./yaml-text.ts";

/** The data of a new plan. */
export interface NewPlan {
  readonly title: string;
  readonly year: number;
  readonly timezone: string;
  readonly language: "zh" | "en";
  readonly divisions: readonly Division[];
  readonly districts: readonly string[];
  readonly theme: string;
  readonly sections: readonly string[];
}

/** Texts for the sample task and the comments. */
export interface TemplateTexts {
  readonly task: string;
  readonly objective: string;
  readonly measure: string;
  readonly assessment: string;
  readonly milestone: (task: number) => string;
  readonly divisions: string;
  readonly districts: string;
  readonly sections: string;
  readonly tasks: string;
  readonly indicators: string;
  readonly indicator: string;
  readonly unit: string;
  readonly when: (year: number) => string;
}

/** The files of the plan folder, with paths below `folder`; the head comes last. */
export function planTemplate(folder: string, plan: NewPlan, texts: TemplateTexts): NewFile[] {
  const sections = plan.sections.map((title, index) => ({ id: `s1-${index + 1}`, title }));
  const named: Pick<Plan, "divisions" | "districts" | "sections"> = {
    divisions: plan.divisions,
    districts: plan.districts,
    sections: sections.map((section) => ({ ...section, theme: "t1" })),
  };
  return [
    ...schemaFiles(folder, named),
    ...sections.map(({ id }, index) => ({
      path: `${folder}/1-${index + 1}.yaml`,
      text: taskFile(id, index + 1, plan, texts),
    })),
    { path: `${folder}/plan.yaml`, text: headFile(plan, sections, texts) },
  ];
}

/** The schema files of a plan folder. */
export function schemaFiles(folder: string, plan: Pick<Plan, "divisions" | "districts" | "sections">): NewFile[] {
  return SCHEMA_KINDS.map((kind) => ({
    path: `${folder}/${SCHEMA_FOLDER}/${schemaFileName(kind)}`,
    text: schemaText(kind, plan),
  }));
}

function headFile(
  plan: NewPlan,
  sections: readonly { readonly id: string; readonly title: string }[],
  texts: TemplateTexts,
): string {
  const { lights, pace, dueSoonDays } = DEFAULT_POLICY;
  const districts = plan.districts.map((name) => `  - ${yamlScalar(name)}`);
  return lines([
    modeline("plan"),
    `title: ${yamlScalar(plan.title)}`,
    `year: ${plan.year}`,
    `timezone: ${plan.timezone}`,
    `language: ${plan.language}`,
    "",
    "policy:",
    `  lights: ${lights}`,
    `  pace: ${pace}`,
    `  dueSoonDays: ${dueSoonDays}`,
    "",
    `# ${texts.divisions}`,
    "divisions:",
    ...plan.divisions.flatMap(({ id, name }) => [`  - id: ${yamlScalar(id)}`, `    name: ${yamlScalar(name)}`]),
    "",
    `# ${texts.districts}`,
    ...(districts.length === 0 ? ["districts: []"] : ["districts:", ...districts]),
    "",
    "themes:",
    "  - id: t1",
    `    title: ${yamlScalar(plan.theme)}`,
    "",
    `# ${texts.sections}`,
    "sections:",
    ...sections.flatMap(({ id, title }) => [`  - id: ${id}`, "    theme: t1", `    title: ${yamlScalar(title)}`]),
  ]);
}

/** One sample task per section, which shows the format and lets the plan pass `check`. */
function taskFile(section: string, id: number, { year, divisions }: NewPlan, texts: TemplateTexts): string {
  const lead = divisions[0]?.name ?? "";
  return lines([
    modeline("tasks"),
    `# ${texts.tasks}`,
    `section: ${section}`,
    "tasks:",
    `  - id: ${id}`,
    `    title: ${yamlScalar(texts.task)}`,
    `    objective: ${yamlScalar(texts.objective)}`,
    "    measures:",
    `      - ${yamlScalar(texts.measure)}`,
    `    divisions: [${yamlItem(lead)}]`,
    "    districts: []",
    `    assessment: ${yamlScalar(texts.assessment)}`,
    `    # ${texts.indicators}`,
    ...sampleIndicator(texts).map((line) => `    # ${line}`),
    `    # ${texts.when(year)}`,
    "    milestones:",
    `      - id: ${id}-1`,
    "        when: Q1",
    `        text: ${yamlScalar(texts.milestone(id))}`,
  ]);
}

/** An indicator in a comment, to be uncommented if the task has targets. */
function sampleIndicator({ indicator, unit }: TemplateTexts): string[] {
  return [
    "indicators:",
    "  - id: cases",
    `    name: ${yamlScalar(indicator)}`,
    "    min: 20",
    `    unit: ${yamlScalar(unit)}`,
    "    basis: flow",
    "    from: [objective]",
  ];
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
