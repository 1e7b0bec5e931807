/** Documents in a single format: in the plan's language, on standard output or in a file. */
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

/** Renders the whole document before writing anything, so that a failure leaves an old file intact. */
export async function writeDocument(
  { options, loaded, around, io }: Circumstances,
  render: (catalogue: Catalogue) => string,
): Promise<Outcome> {
  const { output } = options;
  const text = render(await catalogueOf(documentLanguage(options, loaded.plan)));
  // Notices beside the document are for whoever typed the command.
  const stderr = await noticesOf(journalNotices(loaded), spokenLanguage(options, io, loaded.plan));
  if (output === undefined) return { stdout: text, stderr, code: 0 };
  const { save } = await import("../output.ts");
  await save(output, text, io, around.keep);
  return { stdout: "", stderr, code: 0 };
}
