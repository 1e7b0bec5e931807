/** Defines the commands that make files: `init`, `new-year` and `schema`. */
import type { InitOptions, NewYearOptions, SchemaOptions } from "./options.ts";
import { addCommand, collect } from "./flags.ts";
import type { Target } from "./program.ts";

export function addInit({ program, texts, io, finish }: Target): void {
  const examples = [
    "ipplan init",
    "ipplan init 2018 --year 2018 --title 2018年知识产权工作计划",
    "ipplan init 2018 --division zldbc=专利代办处 --division xxzx=信息中心",
  ];
  addCommand(program, "init", texts.init, texts, examples)
    .argument("[folder]", texts.argFolder, ".")
    .option("--title <text>", texts.planTitle)
    .option("--year <year>", texts.planYear)
    .option("--timezone <zone>", texts.timezone)
    .option("-d, --division <name>", texts.newDivision, collect)
    .option("--district <name>", texts.newDistrict, collect)
    .option("--theme <title>", texts.newTheme)
    .option("--section <title>", texts.newSection, collect)
    .option("-n, --dry-run", texts.tryRun)
    .option("--lang <language>", texts.lang)
    .action(async (folder: string, options: InitOptions) => {
      const { init } = await import("./commands/init.ts");
      finish(init(folder, options, io));
    });
}

export function addNewYear({ program, texts, io, finish }: Target): void {
  const examples = ["ipplan new-year 2018", "ipplan new-year 2018 --carry-over --dry-run"];
  addCommand(program, "new-year", texts.newYear, texts, examples)
    .argument("<year>", texts.argYear)
    .option("--carry-over", texts.carryOver)
    .option("--as-of <day>", texts.asOf)
    .option("-n, --dry-run", texts.tryRun)
    .option("--plan <dir>", texts.plan)
    .option("--journal <path>", texts.journal)
    .option("--no-cache", texts.noCache)
    .option("--lang <language>", texts.lang)
    .action(async (year: string, options: NewYearOptions) => {
      finish(await (await import("./commands/new-year.ts")).newYear(year, options, io));
    });
}

export function addSchema({ program, texts, io, finish }: Target): void {
  const examples = ["ipplan schema", "ipplan schema plan", "ipplan schema --write"];
  addCommand(program, "schema", texts.schema, texts, examples)
    .argument("[kind]", texts.argSchema)
    .option("--write", texts.writeSchemas)
    .option("--plan <dir>", texts.plan)
    .option("--lang <language>", texts.lang)
    .action(async (kind: string | undefined, options: SchemaOptions) => {
      finish(await (await import("./commands/schema.ts")).schema(kind, options, io));
    });
}
