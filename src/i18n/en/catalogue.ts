import type { Catalogue } from "../catalogue.ts";
import { screens } from "./screens.ts";
import { words } from "./words.ts";

export const catalogue: Catalogue = { language: "en", words, screens };
