/** Puts the program's own measure in the place of string-width 4 within cli-table3, as the build does. */
import { createRequire } from "node:module";
import { widthOf } from "../../src/reporters/width.ts";

const require = createRequire(import.meta.url);
const replaced = createRequire(require.resolve("cli-table3")).resolve("string-width");

// A CommonJS module is what the cache says it is; cli-table3 is loaded after this file.
require(replaced);
const entry = require.cache[replaced];
if (entry === undefined) throw new Error("string-width is not a CommonJS module any more");
entry.exports = widthOf;
