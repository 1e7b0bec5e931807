/** Texts and layout of the help screens. Loaded only when help is printed. */
import type { HelpConfiguration } from "commander";
import type { Language } from "../i18n/languages.ts";
import type { HelpTexts } from "../i18n/zh/help.ts";
import { wrap } from "../reporters/layout.ts";
import { widthOf } from "../reporters/width.ts";
import type { Io } from "./io.ts";
import { widthOn } from "./look.ts";

/** Columns of help in a pipe. Unlike reports, help is read by people there too. */
const WIDTH_IN_PIPE = 78;
/** In fewer columns than this, a description is not wrapped: its lines would be too short to read. */
const LEAST_TEXT = 12;

/** The texts of help, and commander's configuration for its layout. */
export interface HelpStyle {
  readonly texts: HelpTexts;
  readonly layout: HelpConfiguration;
}

/** The help style for the language and the width of the terminal. */
export async function helpStyle(language: Language, io: Io): Promise<HelpStyle> {
  const { help } = await (language === "zh" ? import("../i18n/zh/help.ts") : import("../i18n/en/help.ts"));
  return { texts: help, layout: layoutOf(help, io) };
}

/** The term with its placeholders translated: those in brackets, or a term that consists of one word. */
function named(term: string, { placeholder }: HelpTexts): string {
  return term.replace(/(?<=[<[]|<[a-z]+:)[a-z]+|^[a-z]+$/g, placeholder);
}

/** commander's help configuration, with the screens' own rules for width and line breaks of Chinese. */
function layoutOf(texts: HelpTexts, io: Io): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": texts.usage,
    "Arguments:": texts.arguments,
    "Options:": texts.options,
    "Commands:": texts.commands,
  };
  return {
    helpWidth: widthOn(io) ?? WIDTH_IN_PIPE,
    minWidthToWrap: LEAST_TEXT,
    displayWidth: widthOf,
    boxWrap: (text, width) => wrap(text, width).join("\n"),
    styleTitle: (title) => titles[title] ?? title,
    styleOptionText: (term) => named(term, texts),
    styleArgumentText: (term) => named(term, texts),
    styleSubcommandText: (term) => named(term, texts),
    // Without commander's "(default: …)": the description already says what an omitted argument means.
    argumentDescription: ({ description }) => description,
  };
}
