"use strict";
// cli-table3 asks for string-width 4, whose widths are years old: newer emoji are too narrow there and vowel signs take a
// column. The build puts this in its place, so that tables and everything else on the screen measure alike.
const { widthOf } = require("../src/reporters/width.ts");

// cli-table3 measures each text several times in a row.
let text = "";
let width = 0;

module.exports = (/** @type {string} */ asked) => {
  if (asked !== text) {
    text = asked;
    width = widthOf(asked);
  }
  return width;
};
