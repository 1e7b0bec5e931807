/** Replaces string-width 4 inside cli-table3 by the program's own `widthOf`, as the build does. */
import { createRequire } from "node:module";
import { widthOf } from "../../src/reporters/width.ts";

const require = createRequire(import.meta.url);
const replaced = createRequire(require.resolve("cli-table3")).resolve("string-width");

// This works because cli-table3 is loaded after this file and takes the module from the CommonJS cache.
require(replaced);
const entry = require.cache[replaced];
if (entry === undefined) throw new Error("string-width is not a CommonJS module any more");
entry.exports = widthOf;
