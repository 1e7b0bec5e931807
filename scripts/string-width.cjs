"use strict";
// cli-table3 asks for string-width 4, whose widths are years old: newer emoji are too narrow there and vowel signs take a
// column. The build puts this in its place, so that tables and everything else on the screen measure alike.
module.exports = require("../src/reporters/width.ts").widthOf;
