/** Documents of one format: in the plan's language, to standard output or into a file. */
import { type Catalogue, catalogueOf } from "../../i18n/catalogue.ts";
import type { Io, Outcome } from "../io.ts";
import { documentLanguage, spokenLanguage } from "../language.ts";
import type { Loaded } from "../load.ts";
import type { Surroundings } from "../outcome.ts";
import type { ReadOptions } from "../options.ts";
import { journalNotices, noticesOf } from "../notices.ts";

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
  const { output } = options;
  const text = render(await catalogueOf(documentLanguage(options, loaded.plan)));
  // What goes beside the document is for whoever typed the command.
  const stderr = await noticesOf(journalNotices(loaded), spokenLanguage(options, io, loaded.plan));
  if (output === undefined) return { stdout: text, stderr, code: 0 };
  const { save } = await import("../output.ts");
  await save(output, text, io, around.keep);
  return { stdout: "", stderr, code: 0 };
}
