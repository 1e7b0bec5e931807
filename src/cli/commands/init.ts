/** `init`: a new plan that passes `check`, with the files that git, editors and CI need. */
import { relative, resolve } from "node:path";
import { yearOf } from "../../core/calendar.ts";
import type { Division } from "../../core/plan.ts";
import { isTimeZone, localTime } from "../../core/zone.ts";
import type { Language } from "../../i18n/languages.ts";
import { makingTexts } from "../../i18n/making.ts";
import { problemTexts } from "../../i18n/problems.ts";
import { type NewFile, existingFiles, makeFiles } from "../../storage/new-files.ts";
import { ATTRIBUTES_LINE, officeFiles } from "../../storage/office-files.ts";
import { readPlanContents } from "../../storage/plan-files.ts";
import { type NewPlan, planTemplate } from "../../storage/plan-template.ts";
import { unreadable, usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { chosenLanguage } from "../language.ts";
import { oneLine } from "../typed-text.ts";
import { inFolder } from "../write-failure.ts";
import type { InitOptions } from "../options.ts";
import { USUAL_JOURNAL, USUAL_PLAN } from "../../storage/file-names.ts";

const JOURNAL: NewFile = { path: USUAL_JOURNAL, text: "" };

/** Makes all files in the folder, or none. Existing settings files are kept. */
export function init(folder: string, options: InitOptions, io: Io): Outcome {
  const language = chosenLanguage(options.lang, io.env) ?? "zh";
  const root = resolve(io.cwd, folder);
  const { template } = makingTexts(language);
  const plan = newPlan(options, language, io);
  const planFiles = planTemplate(USUAL_PLAN, plan, template);
  refuseMistakes(planFiles);
  const taken = inFolder(folder, () => existingFiles(root, [{ path: USUAL_PLAN, text: "" }, JOURNAL]));
  if (taken.length > 0) throw unreadable((texts) => texts.alreadyThere(folder, taken));
  const around = officeFiles(template);
  const kept = existingFiles(root, around);
  // The journal comes last: if the command is killed before it, running it again still works.
  const files = [...around.filter(({ path }) => !kept.includes(path)), ...planFiles, JOURNAL];
  if (options.dryRun !== true) inFolder(folder, () => makeFiles(root, files));
  return { stdout: answer(files, kept, options, io, root, language), stderr: "", code: 0 };
}

function newPlan(options: InitOptions, language: Language, io: Io): NewPlan {
  const { template } = makingTexts(language);
  const timezone = options.timezone ?? "Asia/Shanghai";
  if (!isTimeZone(timezone)) throw usage((texts) => texts.notLike("--timezone", timezone, "Asia/Shanghai"));
  const year = options.year === undefined ? yearOf(localTime(io.now(), timezone).day) : readYear(options.year);
  const list = (flag: string, typed: readonly string[] = []): string[] => typed.map((text) => oneLine(flag, text));
  const sections = list("--section", options.section);
  return {
    title: oneLine("--title", options.title ?? template.title(year)),
    year,
    timezone,
    language,
    divisions: divisionsOf(list("--division", splitNames(options.division)), template.division),
    districts: list("--district", splitNames(options.district)),
    theme: oneLine("--theme", options.theme ?? template.theme),
    sections: sections.length === 0 ? [template.section] : sections,
  };
}

/** Splits names at commas. An ASCII comma before a space belongs to a name (`Outreach, Events and Partnerships`). */
function splitNames(typed: readonly string[] = []): string[] {
  return typed.flatMap((text) => text.split(/[，、]|,(?!\s)/));
}

/** A typed year that a plan may have, 1970–2199; fails for any other text. */
export function readYear(typed: string): number {
  const digits = typed.normalize("NFKC").replace(/年度?$/, "");
  if (/^\d{4}$/.test(digits) && Number(digits) >= 1970 && Number(digits) <= 2199) return Number(digits);
  throw usage((texts) => texts.badYear(typed));
}

/** Divisions typed as `zhk=综合科`, or as a name alone, which gets a numbered id (`d1`). */
function divisionsOf(typed: readonly string[], name: string): Division[] {
  const all = typed.length === 0 ? [name] : typed;
  return all.map((text, index) => {
    const [, id = `d${index + 1}`, rest = text] = /^([^=＝]+)[=＝](.+)$/.exec(text) ?? [];
    return { id: id.trim(), name: rest.trim() };
  });
}

/**
 * Fails with the first problem if the files would not make a valid plan, for example because a division was typed
 * twice.
 */
function refuseMistakes(files: readonly NewFile[]): void {
  const yaml = files.filter(({ path }) => path.endsWith(".yaml"));
  const { problems } = readPlanContents(yaml.map(({ path, text }) => ({ file: path, bytes: Buffer.from(text) })));
  const [first] = problems;
  if (first === undefined) return;
  throw usage((_, language) => {
    const { message, hint } = problemTexts(first, language);
    return `${first.excerpt?.trim() ?? ""}\n${message}\n${hint}`;
  });
}

function answer(
  files: readonly NewFile[],
  kept: readonly string[],
  options: InitOptions,
  io: Io,
  root: string,
  language: Language,
): string {
  const making = makingTexts(language);
  const shown = relative(io.cwd, root) === "" ? "." : relative(io.cwd, root);
  const lines = [
    making.made(options.dryRun === true, shown),
    ...files.map(({ path }) => `  ${path}`),
    ...(kept.length === 0 ? [] : [making.kept(kept)]),
    ...(kept.includes(".gitattributes") ? [making.attributesMissing(ATTRIBUTES_LINE)] : []),
    ...(options.dryRun === true ? [] : [making.next(shown)]),
  ];
  return `${lines.join("\n")}\n`;
}
