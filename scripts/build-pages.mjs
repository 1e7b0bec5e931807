// Turns docs/problems/*.md into a module, so that the installed program can print the pages.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "docs", "problems");
const target = join(root, "src", "i18n", "generated");

const names = readdirSync(source).filter((name) => name.endsWith(".md"));
const pages = names
  .toSorted()
  .map((name) => [name.slice(0, -3), readFileSync(join(source, name), "utf8").replaceAll("\r\n", "\n")]);

mkdirSync(target, { recursive: true });
writeFileSync(join(target, "pages.mjs"), `export const PAGES = new Map(${JSON.stringify(pages, null, 2)});\n`);
writeFileSync(
  join(target, "pages.d.mts"),
  `/** The pages of docs/problems, by code. */
export declare const PAGES: ReadonlyMap<string, string>;
`,
);
