/** Finds and reads filled forms: one file, or all files of a folder. Nothing in the folder is silently left out. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { isUtf8 } from "node:buffer";
import { basename, join, resolve } from "node:path";
import { requireRegularFile } from "../../storage/file-lists.ts";
import type { Grid } from "../../storage/grids.ts";
import type { Io } from "../io.ts";
import { formFailure } from "./heads.ts";
import { type Faulty, type FilledForm, readForm } from "./tables.ts";

/** A larger file is not a form. */
const MOST_BYTES = 10_000_000;

const FORM = /\.(?:xlsx|md)$/i;
/** Files in subfolders that may be forms: tables of any program. */
const TABLE = /\.(?:xlsx?|xlsm|xlsb|et|ods|numbers|csv|md|markdown)$/i;
/** Files that programs leave behind: locks of open workbooks, hidden files, thumbnails and folder settings. */
const LEFT = /^(?:~\$|\.|thumbs\.db$|desktop\.ini$)/i;

type ReadForm = FilledForm | Faulty;

/** The form at the path, or all forms in that folder; for a file that cannot be read, the reason. */
export async function readForms(path: string, io: Io): Promise<ReadForm[]> {
  const whole = resolve(io.cwd, path);
  if (!statSync(whole).isDirectory()) return [await readFile(whole, false)];
  const names = readdirSync(whole)
    .filter((name) => !LEFT.test(name))
    .toSorted();
  const isFolder = (name: string): boolean => statSync(join(whole, name)).isDirectory();
  const [folders, files] = [names.filter(isFolder), names.filter((name) => !isFolder(name))];
  const unopened = folders.filter((name) => holdsTables(join(whole, name)));
  if (unopened.length === 0 && !files.some((name) => FORM.test(name))) {
    throw formFailure((texts) => texts.noForms(path, files));
  }
  for (const file of files) requireRegularFile(join(whole, file));
  const forms: ReadForm[] = [];
  for (const file of files) forms.push(await readFile(join(whole, file), true));
  return [...forms, ...unopened.map(refuseFolder)];
}

/** Whether the folder or its subfolders contain a file that may be a form. */
function holdsTables(folder: string): boolean {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => basename(name));
  return names.some((name) => TABLE.test(name) && !LEFT.test(name));
}

function refuseFolder(name: string): ReadForm {
  return { problems: [{ place: () => `${name}/`, failure: formFailure((texts) => texts.folderInFolder) }] };
}

async function readFile(path: string, isInFolder: boolean): Promise<ReadForm> {
  const name = basename(path);
  const isWorkbook = !/\.(?:md|markdown|txt)$/i.test(name);
  const grids = await readGrids(path, isWorkbook);
  if (typeof grids !== "string") return readForm({ name, isWorkbook, grids });
  const isOther = isInFolder && !FORM.test(name);
  const failure = formFailure((texts) => texts[grids] + (isOther ? texts.otherFile : ""));
  return { problems: [{ place: () => name, failure }] };
}

async function readGrids(path: string, isWorkbook: boolean): Promise<readonly Grid[] | "unreadable" | "tooLarge"> {
  if (statSync(path).size > MOST_BYTES) return "tooLarge";
  const bytes = readFileSync(path);
  if (isWorkbook) {
    const { readWorkbook } = await import("../../storage/workbook-file.ts");
    return readWorkbook(bytes);
  }
  if (!isUtf8(bytes)) return "unreadable";
  const { readMarkdownTables } = await import("../../storage/grids.ts");
  return readMarkdownTables(bytes.toString("utf8"));
}
