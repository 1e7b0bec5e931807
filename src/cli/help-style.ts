/** The words of help and how they are laid out: loaded where help is asked for. */
import type { HelpConfiguration } from "commander";
import type { Language } from "../i18n/languages.ts";
import type { HelpTexts } from "../i18n/zh/help.ts";
import { wrap } from "../reporters/layout.ts";
import { widthOf } from "../reporters/width.ts";
import type { Io } from "./io.ts";
import { widthOn } from "./look.ts";

/** Help is for people in a pipe too, where reports have no limit. */
const WIDTH_IN_PIPE = 78;
/** Below this a description stands in lines too short to be read: it is left as it is. */
const LEAST_TEXT = 12;

export interface HelpStyle {
  readonly texts: HelpTexts;
  readonly layout: HelpConfiguration;
}

/** In the language, and as wide as all screens are. */
export async function helpStyle(language: Language, io: Io): Promise<HelpStyle> {
  const { help } = await (language === "zh" ? import("../i18n/zh/help.ts") : import("../i18n/en/help.ts"));
  return { texts: help, layout: layoutOf(help, io) };
}

/** The term with the names of values to be typed in the language: in brackets, or where the term is one alone. */
function named(term: string, { placeholder }: HelpTexts): string {
  return term.replace(/(?<=[<[]|<[a-z]+:)[a-z]+|^[a-z]+$/g, placeholder);
}

/** Chinese is measured and broken as on all screens. */
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
    // That an argument may be left out, and what then counts, stands in its description.
    argumentDescription: ({ description }) => description,
  };
}
