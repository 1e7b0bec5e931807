// Slow code of packages, and quick code that does the same. The build replaces the one with the other.

/** @typedef {Readonly<Record<string, readonly (readonly [slow: string, quick: string])[]>>} Patches by the package's file */

/** In commander: modules that it loads at once but hardly ever needs, and code that starts other programs. */
const HELPS = /** @type {Patches} */ ({
  "commander/lib/command.js": [
    ["const EventEmitter = require('node:events').EventEmitter;", "import { EventEmitter } from 'node:events';"],
    ...["child_process", "path", "fs", "process"].map(unneeded),
    ["const { Help, stripColor } = require('./help.js');", ""],
    ["=> stripColor(str)", "=> require('./help.js').stripColor(str)"],
    // The names of ipplan's commands are single words.
    ["const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);", "const name = nameAndArgs;\n    const args = '';"],
    ["new Help()", "new (require('./help.js').Help)()"],
    ["const { suggestSimilar } = require('./suggestSimilar');", ""],
    ["suggestSimilar(flag", "require('./suggestSimilar').suggestSimilar(flag"],
    ["suggestSimilar(unknownName", "require('./suggestSimilar').suggestSimilar(unknownName"],
  ],
  // V8 takes longer to compile a pattern than to compare these few flags.
  "commander/lib/option.js": [
    [String.raw`/\w\.\.\.[>\]]$/.test(flags)`, "(flags.endsWith('...>') || flags.endsWith('...]'))"],
  ],
});

/**
 * In cli-table3, which for each line of each cell truncates its content for a debug message; creates two arrays to pick the
 * first of two options; and collects the same seventeen border characters again for every cell without its own. It makes
 * spaces by joining empty arrays, and looks for colours where there are none.
 */
const TABLES = /** @type {Patches} */ ({
  "cli-table3/src/cell.js": [
    ["utils.truncate(this.content, 10, this.truncate)", '""'],
    ["args.filter((v) => v !== undefined && v !== null).shift()", "args.find((v) => v !== undefined && v !== null)"],
    [
      `let chars = (this.chars = {});
    CHAR_NAMES.forEach(function (name) {
      setOption(optionsChars, tableChars, name, chars);
    });`,
      `let known = this.options.chars ? undefined : tableOptions.known;
    let chars = (this.chars = known || {});
    if (!known) CHAR_NAMES.forEach(function (name) {
      setOption(optionsChars, tableChars, name, chars);
    });
    if (!this.options.chars) tableOptions.known = chars;`,
    ],
  ],
  "cli-table3/src/utils.js": [
    ["Array(times + 1).join(str)", "str.repeat(Math.max(times, 0))"],
    [
      "let code = codeRegex();\n  let stripped",
      "if (isPlain(str)) return stringWidth(str);\n  let code = codeRegex();\n  let stripped",
    ],
    ["function colorizeLines(input) {", "function colorizeLines(input) {\n  if (input.every(isPlain)) return input;"],
    [
      "function codeRegex(capture) {",
      'function isPlain(str) {\n  return !str.includes("\\u001b") && !str.includes("\\n");\n}\n\nfunction codeRegex(capture) {',
    ],
  ],
});

/**
 * In SHA-256: inlines calls made for each word of a text, since V8 would optimize functions called so often, which takes
 * longer than hashing what a command writes. And uses signed 32-bit integers, which V8 mostly stores in place; half of the
 * unsigned ones are larger and become objects. Modulo 2^32 both are the same.
 */
const HASHES = /** @type {Patches} */ ({
  "@noble/hashes/sha2.js": [
    ...["W15, 7", "W15, 18", "W2, 17", "W2, 19", "E, 6", "E, 11", "E, 25", "A, 2", "A, 13", "A, 22"].map(rotated),
    ["Maj(A, B, C)", "((A & B) ^ (A & C) ^ (B & C))"],
    [
      "(s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16]) | 0",
      "((((s1 + SHA256_W[i - 7]) | 0) + s0) | 0) + SHA256_W[i - 16]",
    ],
    [
      "(H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i]) | 0",
      "(((((((H + sigma1) | 0) + Chi(E, F, G)) | 0) + SHA256_K[i]) | 0) + SHA256_W[i]) | 0",
    ],
    ["Chi(E, F, G)", "((E & F) ^ (~E & G))"],
    ["SHA256_W = /* @__PURE__ */ new Uint32Array(64)", "SHA256_W = new Int32Array(64)"],
    ["SHA256_K = /* @__PURE__ */ Uint32Array.from", "SHA256_K = Int32Array.from"],
    ["SHA256_W[i] = view.getUint32(offset, false)", "SHA256_W[i] = view.getInt32(offset, false)"],
  ],
});

/** In yaml's nodes: a property defined by a descriptor takes V8 longer than the rest of a node. Nobody enumerates nodes. */
const NODES = /** @type {Patches} */ ({
  "yaml/browser/dist/nodes/Node.js": [
    ["Object.defineProperty(this, NODE_TYPE, { value: type });", "this[NODE_TYPE] = type;"],
  ],
  "yaml/browser/dist/nodes/Collection.js": [
    [
      `Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });`,
      "this.schema = schema;",
    ],
  ],
  "yaml/browser/dist/nodes/Pair.js": [
    ["Object.defineProperty(this, NODE_TYPE, { value: PAIR });", "this[NODE_TYPE] = PAIR;"],
  ],
});

/** In yaml's composer: each text without quotes is held against eight patterns, whatever it has. */
const TEXTS = /** @type {Patches} */ ({
  "yaml/browser/dist/compose/resolve-flow-scalar.js": [
    [
      "function unfoldLines(source) {",
      "function unfoldLines(source) {\n    if (!source.includes('\\n')) return source;",
    ],
  ],
  "yaml/browser/dist/compose/compose-scalar.js": [
    [
      "const tag = schema.tags.find(",
      "const isText = schema.name === 'core' && NO_OTHER.test(value);\n    const tag = (!isText && schema.tags.find(",
    ],
    ["tag.test?.test(value)) || schema[SCALAR];", "tag.test?.test(value))) || schema[SCALAR];"],
    [
      "function findScalarTagByTest(",
      `// It is not empty and begins neither like a number nor like null, true, false or a merge.
const NO_OTHER = /^(?![-+.~<\\dnNfF]|[tT][rR])[^]/;
function findScalarTagByTest(`,
    ],
  ],
});

/**
 * In yaml's lexer and parser: their methods are generators that delegate to each other, so that V8 creates up to four
 * generators per token. Here they append to an array, which their callers take as a whole.
 */
const LISTS = /** @type {Patches} */ ({
  "yaml/browser/dist/parse/lexer.js": [
    ["constructor() {", "constructor() {\n        this.found = [];"],
    [
      "            next = this.parseNext(next);",
      "            next = this.parseNext(next);\n        return this.found;",
    ],
    // The first two characters of a text: destructuring would create an iterator.
    ["const [ch0, ch1] = this.peek(2);", "const ch0 = this.charAt(0), ch1 = this.charAt(1);"],
    // Text up to the next colon or space is passed at once: V8 creates a text for each Chinese character that is looked at.
    ["const flowIndicatorChars =", "const PLAIN_RUN = /[^: \\t\\r\\n]*/y;\nconst flowIndicatorChars ="],
    [
      `                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)`,
      `                    break;
                if (!inFlow) {
                    PLAIN_RUN.lastIndex = i;
                    PLAIN_RUN.test(this.buffer);
                    i = PLAIN_RUN.lastIndex - 1;
                }
                end = i;
            }
        }
        if (!ch && !this.atEnd)`,
    ],
  ],
  "yaml/browser/dist/parse/parser.js": [
    ["constructor(onNewLine) {", "constructor(onNewLine) {\n        this.found = [];"],
    // V8 makes a hash table of an object that loses a property.
    ["delete it.key;", "it.key = undefined;"],
    ["delete it.sep;", "it.sep = undefined;"],
    ["            this.end();\n", "            this.end();\n        return this.found;\n"],
  ],
});

/**
 * Archives are unpacked and packed again anyway (`reporters/zip.ts`), so packages need not compress. docx is compiled for
 * engines without object spread, and builds a second tree of what it has prepared before it writes it.
 */
const DOCUMENTS = /** @type {Patches} */ ({
  "docx/dist/index.mjs": [
    ["[path, bytesOf$2(data)])));", "[path, bytesOf$2(data)])), { level: 0 });"],
    ["function _objectSpread2(e) {", "function _objectSpread2(e) {\n\treturn Object.assign(...arguments);"],
    ["function _defineProperty(e, r, t) {", "function _defineProperty(e, r, t) {\n\te[r] = t;\n\treturn e;"],
    [
      "content.push(resolve(value, indent, depth + 1))",
      "content.push(format(resolve(value, indent, depth + 1), indent, false))",
    ],
  ],
  "write-excel-file/modules/zip/zipToArrayBuffer.js": [["zip(files, function", "zip(files, { level: 0 }, function"]],
});

const PATCHES = /** @type {Patches} */ ({ ...HELPS, ...TABLES, ...HASHES, ...NODES, ...TEXTS, ...LISTS, ...DOCUMENTS });

/**
 * A package's file with its patches applied. Throws if the package no longer contains the code to replace.
 * @param {string} name path from the package's name, such as `yaml/browser/dist/parse/lexer.js`
 * @param {string} code
 */
export function patchPackage(name, code) {
  const start = name in LISTS ? withoutGenerators(code) : code;
  return (PATCHES[name] ?? []).reduce((text, [slow, quick]) => {
    if (!text.includes(slow)) throw new Error(`${name} is another one: is it still slow here? ${slow}`);
    return text.replace(slow, quick);
  }, start);
}

/**
 * Turns generator methods into methods that push to `this.found` what they would yield.
 * @param {string} code
 */
function withoutGenerators(code) {
  return code
    .replaceAll(/^( {4})\*(\w+\()/gm, "$1$2")
    .replaceAll("yield* this.", "this.")
    .replaceAll(/\byield ([^;]+);/g, "this.found.push($1);");
}

/**
 * Removes a module of Node.js that commander loads: ipplan calls nothing that needs it, or it is a global anyway.
 * @param {string} name
 * @returns {readonly [string, string]}
 */
function unneeded(name) {
  const own = name === "child_process" ? "childProcess" : name;
  return [`const ${own} = require('node:${name}');`, ""];
}

/**
 * Replaces a call that rotates a word's bits to the right with the expression.
 * @param {string} parameters
 * @returns {readonly [string, string]}
 */
function rotated(parameters) {
  const [word = "", bits = ""] = parameters.split(", ");
  return [`rotr(${parameters})`, `((${word} << ${32 - Number(bits)}) | (${word} >>> ${bits}))`];
}
