/** Explains why a file cannot be opened. Loaded only when that happens. */
import { lstatSync } from "node:fs";
import type { UsageTexts } from "../i18n/zh/usage.ts";

/** The reason in words. A link that leads nowhere gets its own: the link exists, its target does not. */
export function openFailure(error: Error & { readonly code: unknown }, texts: UsageTexts): string {
  const path = "path" in error ? String(error.path) : "";
  const isDangling = error.code === "ENOENT" && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isDangling ? texts.danglingLink(path) : texts.cannotOpen(path, String(error.code));
}
