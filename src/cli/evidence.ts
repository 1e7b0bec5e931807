/** `--evidence KIND:VALUE`, or a document's number alone. A file must be a regular one of the plan's folder; it is judged by its text first. */
import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { EVIDENCE_KINDS, type Evidence } from "../core/journal/record.ts";
import { isPortableName } from "../storage/file-names.ts";
import { usage } from "./failure.ts";
import { oneLine } from "./typed-text.ts";
import { isInside, shownInside } from "./inside.ts";

/**
 * The evidence as typed, in the order typed; `base` is the folder that holds the plan, from which paths start. Who types in
 * another one, `cwd`, and means a file that lies there, is told its path.
 */
export function parseEvidence(typed: readonly string[], base: string, cwd = base): Evidence[] {
  return typed.map((text) => {
    const whole = isDocumentNumber(text) ? `doc:${text}` : withKind(text);
    const [, kindTyped = "", value = ""] = /^([a-z]+)[:：]\s*(.*)$/is.exec(whole) ?? [];
    const kind = EVIDENCE_KINDS.find((name) => name === kindTyped.toLowerCase());
    if (kind === undefined || value === "") throw usage((texts) => texts.badEvidence(text));
    const line = oneLine("--evidence", value);
    if (kind === "link" && !isLink(line)) throw usage((texts) => texts.badLink(line));
    if (kind !== "file") return { kind, value: line };
    const path = line.replace(/^(?:\.\/)+/, "");
    if (!isPlainPath(path)) throw usage((texts) => texts.badEvidencePath(line));
    const here = cwd === base ? path : shownInside(base, join(realpathSync.native(cwd), path));
    if (here !== path && isFileInside(base, here)) throw usage((texts) => texts.evidenceHere(path, here));
    if (!isFileInside(base, path)) throw usage((texts) => texts.badEvidencePath(line));
    return { kind, value: path };
  });
}

/** An address alone can be nothing else than a link: it needs no kind in front, and may have one in Chinese. */
export const ADDRESS = /^(?:(?:链接|网址)\s*[:：]\s*)?(https?:\/\/[^\s<>"]+)$/i;

function withKind(typed: string): string {
  const text = typed.trim();
  const address = ADDRESS.exec(text)?.[1];
  return address === undefined ? text : `link:${address}`;
}

/** `局发〔2017〕9号`, whatever the brackets: no file or address is called so. Other bare texts may be paths. */
function isDocumentNumber(text: string): boolean {
  return /^[^:;]+[〔[(【]\d{4}[〕\])】] ?第?\d+ ?号$/.test(text.normalize("NFKC").trim());
}

function isLink(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text);
}

/** Relative, forward slashes, no way up, no hidden folder, no stream or drive, no device: decided without a look. */
function isPlainPath(path: string): boolean {
  return path.split("/").every((part) => isPortableName(part) && !part.startsWith("."));
}

function isFileInside(base: string, path: string): boolean {
  const full = join(base, path);
  const stats = lstatSync(full, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || !isInside(base, full)) return false;
  // Links of the way followed, it must still be a plain path: one of them may lead into git's folder.
  return isPlainPath(shownInside(realpathSync.native(base), realpathSync.native(full)));
}
