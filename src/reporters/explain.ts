/** The page of a problem code, as docs/problems has it, for a terminal. */
import type { Language } from "../i18n/catalogue.ts";
import { hang, wrap } from "./layout.ts";
import { widthOf } from "./width.ts";
import type { Look } from "./look.ts";

const SECTIONS = { zh: "## 中文", en: "## English" } as const satisfies Record<Language, string>;

/** Title, what, why and how in the look's language, then the wrong and the right example with carets below the fault. */
export function renderExplanation(code: string, page: string, look: Look): string {
  const { language } = look.catalogue;
  const paragraphs = sectionOf(page, SECTIONS[language]).split("\n\n").map(filled);
  const [title = "", ...others] = paragraphs;
  const examples = [...page.matchAll(/^## (\S+) · (\S+)\n[^]*?^```.*\n([^]*?)^```$/gm)];
  const lines = [
    `${look.paint.bold(code)}  ${title.replaceAll("**", "")}`,
    "",
    ...others.flatMap((paragraph) => wrap(paragraph, look.width)),
    ...examples.flatMap(([, zh = "", en = "", text = ""]) => [
      "",
      ...hang("", language === "zh" ? zh : en, look.width),
      ...exampleLines(text, look),
    ]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Without the page's own line ends and marks of code. Between Chinese characters and beside their marks a line end is no space. */
function filled(paragraph: string): string {
  const joints =
    /(?<=[，。、；：！？（）《》])\n|\n(?=[，。、；：！？（）《》])|(?<=[\p{Script=Han}”])\n(?=[\p{Script=Han}“])/gu;
  return paragraph.replaceAll(joints, "").replaceAll("\n", " ").replaceAll("`", "");
}

/** What stands between a heading and the next one. */
function sectionOf(page: string, heading: string): string {
  const [, rest = ""] = page.split(`${heading}\n`);
  return (rest.split(/^## /m)[0] ?? "").trim();
}

/** The example without its marks, and carets where they stood. */
function exampleLines(text: string, look: Look): string[] {
  return text
    .trimEnd()
    .split("\n")
    .flatMap((line) => {
      const [before = "", marked, after = ""] = line.split(/[⟦⟧]/);
      if (marked === undefined) return [`  ${line}`];
      const caret = " ".repeat(widthOf(before)) + look.paint.red("^".repeat(Math.max(1, widthOf(marked))));
      return [`  ${before}${marked}${after}`, `  ${caret}`];
    });
}
