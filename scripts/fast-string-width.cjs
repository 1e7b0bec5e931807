"use strict";
// The build replaces the package with this. Compiling its patterns takes longer than drawing most screens, so they are
// loaded only when a text must be measured with them.
module.exports = (/** @type {string} */ text) =>
  require("../node_modules/fast-string-width/dist/index.js").default(text);
