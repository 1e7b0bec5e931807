/** Uses the installed Chromium, LibreOffice (`soffice`) and Poppler (`pdftotext`, `pdfinfo`, `pdftoppm`). */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, parse } from "node:path";
import { type Browser, chromium } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where pictures of the documents are kept for inspection. */
export const PICTURES = join(import.meta.dirname, "../../.cache/documents");

/** Starts the Chromium that `CHROMIUM` names, or one in a usual place; throws if there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? CHROMIUM.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error("no Chromium on this machine: install it, or name it in CHROMIUM");
  mkdirSync(PICTURES, { recursive: true });
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/**
 * Has LibreOffice open a document and save it as `format` (`pdf`, `xlsx`) in the folder; returns the new file's path.
 * LibreOffice gets a fresh profile, because another one may be running.
 */
export function convert(path: string, format: string, folder: string): string {
  const profile = `-env:UserInstallation=file://${mkdtempSync(join(tmpdir(), "ipplan-office-"))}`;
  const args = [profile, "--headless", "--convert-to", format, "--outdir", folder, path];
  execFileSync("soffice", args, { stdio: "pipe", timeout: 110_000 });
  return join(folder, `${parse(path).name}.${format}`);
}

/** The text of each page of the PDF, without white space. */
export function pagesOf(pdf: string): string[] {
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  return text.split("\f").slice(0, -1).map(squeeze);
}

/** Removes all white space. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}

/** The width and height of each page in millimetres. */
export function pageSizes(pdf: string): { readonly width: number; readonly height: number }[] {
  const about = execFileSync("pdfinfo", ["-f", "1", "-l", "999", pdf], { encoding: "utf8" });
  return [...about.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, width, height]) => ({
    width: (Number(width) * 25.4) / 72,
    height: (Number(height) * 25.4) / 72,
  }));
}

/** Saves the pages as PNG files named after `name` in the pictures folder. */
export function toPictures(pdf: string, name: string): void {
  mkdirSync(PICTURES, { recursive: true });
  execFileSync("pdftoppm", ["-r", "60", "-png", pdf, join(PICTURES, name)]);
}
