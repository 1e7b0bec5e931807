/**
 * Parses `--evidence KIND:VALUE`, or a bare document number or address. A file must be a regular file inside the plan's
 * base folder; its path is checked as text before the file system is touched.
 */
import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { EVIDENCE_KINDS, type Evidence } from "../core/journal/record.ts";
import { isPortableName } from "../storage/file-names.ts";
import { usage } from "./failure.ts";
import { oneLine } from "./typed-text.ts";
import { isInside, shownInside } from "./inside.ts";

/**
 * The evidence, in the order typed. File paths are relative to `base`, the folder that holds the plan. If someone in
 * another folder (`cwd`) names a file that lies there, the failure gives its path from `base`.
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

/** A bare address can only be a link. It needs no kind before it, and may have a Chinese one. */
export const ADDRESS = /^(?:(?:链接|网址)\s*[:：]\s*)?(https?:\/\/[^\s<>"]+)$/i;

function withKind(typed: string): string {
  const text = typed.trim();
  const address = ADDRESS.exec(text)?.[1];
  return address === undefined ? text : `link:${address}`;
}

/**
 * A document number such as `局发〔2017〕9号`, with any kind of brackets: no file or address looks like that. Other
 * bare texts are not recognized, as they might be paths.
 */
function isDocumentNumber(text: string): boolean {
  return /^[^:;]+[〔[(【]\d{4}[〕\])】] ?第?\d+ ?号$/.test(text.normalize("NFKC").trim());
}

function isLink(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text);
}

/**
 * Whether the path is relative, uses forward slashes and has no `..`, hidden folder, stream, drive or device name.
 * Judged by the text alone.
 */
function isPlainPath(path: string): boolean {
  return path.split("/").every((part) => isPortableName(part) && !part.startsWith("."));
}

function isFileInside(base: string, path: string): boolean {
  const full = join(base, path);
  const stats = lstatSync(full, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || !isInside(base, full)) return false;
  // The path must still be plain once links are resolved: one of them may lead into `.git`.
  return isPlainPath(shownInside(realpathSync.native(base), realpathSync.native(full)));
}
