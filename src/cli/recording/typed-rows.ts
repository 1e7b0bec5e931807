/** The rows of a writing command: from its ids and flags, or from a file. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { WriteKind } from "../../core/journal/write-kinds.ts";
import { systemCode } from "../../storage/journal-access-error.ts";
import { unreadable, usage } from "../failure.ts";
import { usageTexts } from "../say.ts";
import { type Row, commandRows } from "./rows.ts";
import type { Session } from "./session.ts";

/** The rows, and notices about columns of their file that were not read or not used. */
export interface Typed {
  readonly rows: readonly Row[];
  readonly unread: string;
}

/** One row for each id, or the rows of `--file`. Fails if both or neither are given. */
export async function typedRows(kind: WriteKind, ids: readonly string[], session: Session): Promise<Typed> {
  const { options, io, language } = session;
  const { file } = options;
  if (file === undefined) return { rows: commandRows(kind, ids, options), unread: "" };
  if (ids.length > 0) throw usage((texts) => texts.idsAndFile);
  const { fileRows } = await import("../recording/file-rows.ts");
  const name = basename(file);
  const text = await readText(resolve(io.cwd, file), file);
  const { rows, unread, unused } = await fileRows(kind, name, text, options);
  if (unread.length + unused.length === 0) return { rows, unread: "" };
  const texts = await usageTexts(language);
  const said = [
    ...(unread.length === 0 ? [] : [texts.unreadColumns(name, unread)]),
    ...(unused.length === 0 ? [] : [texts.unusedColumns(name, unused)]),
  ];
  return { rows, unread: said.map((line) => `${line}\n`).join("") };
}

/** The file's text; fails if it cannot be opened or its encoding is not recognized. */
async function readText(path: string, shown: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw unreadable((texts) => texts.cannotOpen(shown, systemCode(error)));
  }
  return isUtf8(bytes)
    ? bytes.toString("utf8")
    : (await import("../recording/other-encodings.ts")).decodeNonUtf8(bytes, shown);
}
