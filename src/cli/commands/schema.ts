/** `schema`: JSON Schemas of the plan files, with this plan's own names, for editors. */
import { join } from "node:path";
import { mkdirSync } from "node:fs";
import { makingTexts } from "../../i18n/making.ts";
import { SCHEMA_FOLDER, SCHEMA_KINDS, type SchemaKind, schemaFileName, schemaText } from "../../storage/plan-schema.ts";
import { usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { load } from "../load.ts";
import { say } from "../say.ts";
import { inFolder } from "../write-failure.ts";
import type { SchemaOptions } from "../options.ts";
import { shownInside } from "../inside.ts";

/**
 * Prints one schema, or (`--write`) writes both into the plan folder, where the first line of each plan file points to
 * them.
 */
export async function schema(typed: string | undefined, options: SchemaOptions, io: Io): Promise<Outcome> {
  const kind = kindOf(typed);
  const { plan, places } = await load(options, io);
  if (options.write !== true) return { stdout: schemaText(kind, plan), stderr: "", code: 0 };
  const folder = join(places.plan, SCHEMA_FOLDER);
  inFolder(folder, () => mkdirSync(folder, { recursive: true }));
  // These files are generated and may always be overwritten.
  const paths = SCHEMA_KINDS.map((each) => ({ each, path: join(folder, schemaFileName(each)) }));
  const { save } = await import("../output.ts");
  for (const { each, path } of paths) await save(path, schemaText(each, plan), io, []);
  const written = paths.map(({ path }) => shownInside(places.base, path));
  const text = await say(options, io, plan, ({ language }) => makingTexts(language).schemasWritten(written));
  return { stdout: `${text}\n`, stderr: "", code: 0 };
}

function kindOf(typed = "tasks"): SchemaKind {
  const kind = SCHEMA_KINDS.find((known) => known === typed);
  if (kind === undefined) throw usage((texts) => texts.badValue("schema", typed, SCHEMA_KINDS.join(", ")));
  return kind;
}
