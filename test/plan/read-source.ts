/**
 * Reads the source document. It is written for this one text and shares no code with the program, so that a bug in the
 * program cannot hide a mistake in the plan files.
 */
export type When = string | string[];

export interface SourceTask {
  id: number;
  title: string;
  objective: string;
  measures: string[];
  /** The lines of 进度安排 with their quarter words. */
  schedule: { period: string; when: When; text: string }[];
  divisions: string[];
  districts: string[];
  assessment: string;
}

export interface SourceSection {
  theme: number;
  title: string;
  tasks: SourceTask[];
}

export interface Source {
  themes: string[];
  sections: SourceSection[];
}

/** Objective, measures, schedule, divisions, assessment, districts: the cells after a task's heading. */
const CELLS_OF_A_TASK = 6;

/** Every spelling of a period in the document. 、 between consecutive quarters means a span; 第二、四 is two quarters. */
export const PERIODS: Readonly<Record<string, When>> = {
  第一季度: "Q1",
  第二季度: "Q2",
  第三季度: "Q3",
  第四季度: "Q4",
  "第一、二季度": "Q1..Q2",
  "第二、三季度": "Q2..Q3",
  "第三、四季度": "Q3..Q4",
  第一至二季度: "Q1..Q2",
  第三至四季度: "Q3..Q4",
  第二至四季度: "Q2..Q4",
  第一至四季度: "Q1..Q4",
  第一到四季度: "Q1..Q4",
  "第二、四季度": ["Q2", "Q4"],
};

export function readSource(text: string): Source {
  const source: Source = { themes: [], sections: [] };
  const cells = readCells(text);
  for (let cell = cells.shift(); cell !== undefined; cell = cells.shift()) {
    const theme = /^[一二三]、(.+)$/.exec(cell.join(""));
    if (theme !== null) source.themes.push(part(theme, 1));
    else readTask(source, cell.join(""), cells.splice(0, CELLS_OF_A_TASK));
  }
  return source;
}

/** A cell starts with a tab (once after a space). Its other lines have no tab. Blank lines are ignored. */
function readCells(text: string): string[][] {
  const cells: string[][] = [];
  for (const line of text.split("\n")) {
    const start = /^ ?\t(.*)$/.exec(line);
    if (start !== null) cells.push([]);
    const paragraph = (start?.[1] ?? line).trimEnd();
    if (paragraph !== "") last(cells).push(paragraph);
  }
  return cells;
}

/** A section's heading comes before its first task's: on its own line, split in two lines, or on the same line. */
function readTask(source: Source, heading: string, cells: string[][]): void {
  const [section, id, title] = match(/^(?:（[一二三四]）(\D+?)。?)?(\d{1,2})[.．](.+)。$/, heading);
  const [objective, measures, schedule, divisions, assessment, districts] = cells;
  if (section !== "") source.sections.push({ theme: source.themes.length, title: section, tasks: [] });
  last(source.sections).tasks.push({
    id: Number(id),
    title,
    objective: onlyLine(objective),
    measures: readMeasures(measures ?? []),
    schedule: (schedule ?? []).map(readLine),
    divisions: onlyLine(divisions).split("、"),
    districts: readDistricts(districts?.[0] ?? ""),
    assessment: onlyLine(assessment),
  });
}

/** A paragraph without a number continues the measure before it, or is its task's only measure. */
function readMeasures(paragraphs: string[]): string[] {
  const measures: string[] = [];
  for (const paragraph of paragraphs) {
    const numbered = /^(\d)\. ?(.+)$/.exec(paragraph);
    if (numbered === null && measures.length > 0) measures.push(`${measures.pop()}\n${paragraph}`);
    else measures.push(numbered === null ? paragraph : part(numbered, 2));
    if (numbered !== null && Number(numbered[1]) !== measures.length) throw new Error(`number: ${paragraph}`);
  }
  return measures;
}

function readLine(line: string): SourceTask["schedule"][number] {
  const [period, text] = match(/^(第.+?季度)[，,](.+)$/, line);
  const when = PERIODS[period];
  if (when === undefined) throw new Error(`Unknown period in the source: ${line}`);
  return { period, when, text };
}

function readDistricts(cell: string): string[] {
  if (cell === "") return [];
  if (cell === "各区县（自治县）") return ["all"];
  const [names, related] = match(/^(.+?)(及相关区县)?$/, cell);
  return related === "" ? names.split("、") : [...names.split("、"), "related"];
}

/** The groups of a pattern that must match. A group that did not take part in the match is empty. */
function match(pattern: RegExp, text: string): [string, string, string] {
  const found = pattern.exec(text);
  if (found === null) throw new Error(`The source reads differently: ${text}`);
  return [part(found, 1), part(found, 2), part(found, 3)];
}

function part(found: RegExpExecArray, group: number): string {
  return found[group] ?? "";
}

function onlyLine(cell: string[] | undefined): string {
  if (cell?.[0] === undefined || cell.length > 1) throw new Error(`One line expected: ${cell?.join(" / ")}`);
  return cell[0];
}

function last<T>(list: T[]): T {
  const item = list.at(-1);
  if (item === undefined) throw new Error("The source does not begin as expected");
  return item;
}
