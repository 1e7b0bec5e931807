/** What is said where something cannot be opened: loaded where that happens. */
import { lstatSync } from "node:fs";
import type { UsageTexts } from "../i18n/zh/usage.ts";

/** The reason in words; what a link leads to is not there, though the link is. */
export function openFailure(error: Error & { readonly code: unknown }, texts: UsageTexts): string {
  const path = "path" in error ? String(error.path) : "";
  const isDangling = error.code === "ENOENT" && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isDangling ? texts.danglingLink(path) : texts.cannotOpen(path, String(error.code));
}
