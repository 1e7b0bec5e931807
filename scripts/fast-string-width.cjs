"use strict";
// The build puts this in the package's place. Its expressions take longer to be made ready than most screens to be drawn:
// they are where a text is measured that needs them.
module.exports = (/** @type {string} */ text) =>
  require("../node_modules/fast-string-width/dist/index.js").default(text);
