"use strict";
// cli-table3 asks for string-width 4, whose idea of a character's width is years old: a flag or a family counts as its
// parts there. The build puts this in its place, so that tables and everything else on the screen measure alike.
module.exports = require("fast-string-width").default;
