"use strict";
// cli-table3 uses string-width 4, whose widths are years old: newer emoji are too narrow and vowel signs take a column. The
// build replaces that package with this, so that tables measure like everything else on the screen.
const { widthOf } = require("../src/reporters/width.ts");

// The last width is cached, because cli-table3 measures each text several times in a row.
let text = "";
let width = 0;

module.exports = (/** @type {string} */ asked) => {
  if (asked !== text) {
    text = asked;
    width = widthOf(asked);
  }
  return width;
};
