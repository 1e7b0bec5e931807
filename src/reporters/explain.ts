/** Renders the page of a problem code (docs/problems) for a terminal. */
import type { Language } from "../i18n/catalogue.ts";
import { hang, wrap } from "./layout.ts";
import { widthOf } from "./width.ts";
import type { Look } from "./look.ts";

const SECTIONS = { zh: "## 中文", en: "## English" } as const satisfies Record<Language, string>;

/**
 * The page in the look's language: title and explanation, then the wrong and the right example, with carets below the
 * fault.
 */
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

/**
 * Joins the page's lines and drops its backticks. A line end becomes a space, except between Chinese characters or
 * beside Chinese punctuation.
 */
function filled(paragraph: string): string {
  const joints =
    /(?<=[，。、；：！？（）《》])\n|\n(?=[，。、；：！？（）《》])|(?<=[\p{Script=Han}”])\n(?=[\p{Script=Han}“])/gu;
  return paragraph.replaceAll(joints, "").replaceAll("\n", " ").replaceAll("`", "");
}

/** The text between a heading and the next. */
function sectionOf(page: string, heading: string): string {
  const [, rest = ""] = page.split(`${heading}\n`);
  return (rest.split(/^## /m)[0] ?? "").trim();
}

/** The example, with carets below the part between ⟦ and ⟧ instead of these marks. */
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
