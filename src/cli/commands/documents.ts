/** Documents of one format: in the plan's language, to standard output or into a file. */
import { type Catalogue, catalogueOf } from "../../i18n/catalogue.ts";
import { usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { chosenLanguage } from "../language.ts";
import type { Loaded } from "../load.ts";
import { type Surroundings, save } from "../report.ts";
import type { ReadOptions } from "./types.ts";

/** What a command can write: names of formats, and endings of files that imply one. */
export interface Formats {
  readonly formats: readonly string[];
  readonly endings: readonly string[];
}

/** The format's name as asked for, by flag or ending; fails where the command has no such format. */
export function askedFormat({ format, output }: ReadOptions, { formats, endings }: Formats): string | undefined {
  if (format !== undefined) {
    if (!formats.includes(format)) throw usage((texts) => texts.formats(format, formats.join(", ")));
    return format;
  }
  if (output === undefined) return undefined;
  const ending = /\.[^./\\]+$/.exec(output)?.[0].toLowerCase() ?? "";
  if (!endings.includes(ending)) throw usage((texts) => texts.unknownEnding(output, endings.join(" ")));
  return ending.slice(1);
}

interface Circumstances {
  readonly options: ReadOptions;
  readonly loaded: Loaded;
  readonly around: Surroundings;
  readonly io: Io;
}

/** Rendered whole before anything is written: what fails leaves the old file. */
export async function writeDocument(
  { options, loaded, around, io }: Circumstances,
  render: (catalogue: Catalogue) => string,
): Promise<Outcome> {
  const { lang, output } = options;
  const language = (lang === undefined ? undefined : chosenLanguage(lang, {})) ?? loaded.plan.language;
  const text = render(catalogueOf(language));
  // What goes beside the document is for whoever typed the command.
  const { screens } = catalogueOf(chosenLanguage(lang, io.env) ?? language);
  const stderr = around.damaged === 0 ? "" : `${screens.journalDamaged(around.damaged)}\n`;
  if (output === undefined) return { stdout: text, stderr, code: 0 };
  await save(output, text, io, around.keep);
  return { stdout: "", stderr, code: 0 };
}
