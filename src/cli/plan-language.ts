import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../i18n/languages.ts";
import { isPlanFile } from "../storage/file-lists.ts";
import type { Io } from "./io.ts";
import { type Where, findPlan } from "./plan-folder.ts";

/**
 * Finds the plan's language without reading the plan, for help and for messages before it is read: Chinese if the plan
 * names none (the schema's default). Undefined if there is no plan or it names an unknown language. Never fails.
 */
export function glimpseLanguage(where: Where, io: Io): Language | undefined {
  try {
    const { plan } = findPlan(where, io);
    const names = readdirSync(plan).filter(isPlanFile);
    const head = names.find((name) => /^plan\.ya?ml$/i.test(name)) ?? names[0];
    // Reading a named pipe would wait for its writer.
    if (head === undefined || !statSync(join(plan, head)).isFile()) return undefined;
    const text = readFileSync(join(plan, head), "utf8");
    const typed = /^language:\s*["']?([a-z]+)/m.exec(text)?.[1];
    return LANGUAGES.find((language) => language === (typed ?? "zh"));
  } catch {
    return undefined;
  }
}
