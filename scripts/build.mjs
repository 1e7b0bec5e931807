// Builds dist/ from src/: CommonJS files that load each other on demand.
//
// CommonJS starts faster than ES modules. Each `import()` in src/ is a `require` that runs when it is reached; every module
// stands in one file only, so that classes keep their identity (`instanceof`) and a module's state exists once. What the
// everyday commands load stands together in a few packs, since opening a file costs more than reading past a little that is
// not needed. All is minified and written in ASCII: what Node.js has to read is most of what a command costs.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { parseAst } from "rolldown/parseAst";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = join(root, "src");
const dist = join(root, "dist");
/** Stands in the code until the digest of all code is known. */
const BUILD = "the digest of this build";

/**
 * The packs, and the modules that come into each with all that they import at once; what several need stands in the first.
 * Everything else stands in a file for each `import()`.
 */
const PACKS = {
  main: [
    "cli/world",
    "cli/program-read",
    ...["due", "list", "overdue", "show", "status"].map((name) => `cli/commands/${name}`),
    "i18n/periods",
    "reporters/json",
    "reporters/json-pieces",
    ...["indicator-lines", "phrases", "screen"].map((name) => `reporters/terminal/${name}`),
    "storage/compiled/contents",
  ],
  screen: ["list", "overdue", "status", "status-period"].map((name) => `reporters/terminal/${name}`),
  lines: ["storage/journal-line", "storage/compiled/journal-tail"],
  write: [
    ...["cli/program-write", "cli/commands/write", "cli/texts", "reporters/terminal/writes"],
    ...["storage/git-lock", "storage/journal-files"],
  ],
};

/** @typedef {Readonly<Record<string, readonly (readonly [slow: string, quick: string])[]>>} Patches by file of a package */

/** What commander needs to write helps and to guess at misspelt words, each a file of its own: hardly a command loads it. */
const APART = ["help", "suggestSimilar"];

/** What is used of it. */
const COMMANDER = `export { Command } from "./lib/command.js";
export { CommanderError } from "./lib/error.js";`;

/** What commander makes ready at once all the same, and what starts other programs. */
const HELPS = /** @type {Patches} */ ({
  "commander/lib/command.js": [
    ["const EventEmitter = require('node:events').EventEmitter;", "import { EventEmitter } from 'node:events';"],
    ...["child_process", "path", "fs", "process"].map(unneeded),
    ["const { Help, stripColor } = require('./help.js');", ""],
    ["=> stripColor(str)", "=> require('./help.js').stripColor(str)"],
    // ipplan's commands are named by one word.
    ["const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);", "const name = nameAndArgs;\n    const args = '';"],
    ["new Help()", "new (require('./help.js').Help)()"],
    ["const { suggestSimilar } = require('./suggestSimilar');", ""],
    ["suggestSimilar(flag", "require('./suggestSimilar').suggestSimilar(flag"],
    ["suggestSimilar(unknownName", "require('./suggestSimilar').suggestSimilar(unknownName"],
  ],
  // A pattern takes V8 longer to make than these few flags are long.
  "commander/lib/option.js": [
    [String.raw`/\w\.\.\.[>\]]$/.test(flags)`, "(flags.endsWith('...>') || flags.endsWith('...]'))"],
  ],
});

/**
 * What cli-table3 does for each cell: shorten all of it for a message to whoever looks for mistakes, for each of its lines;
 * make two lists to find the first of two options; and find the same seventeen characters as for every other cell that has
 * none of its own. Spaces are made by joining lists of nothing, and colours are looked for where there are none.
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
 * Calls for each word of a text to be hashed: V8 would optimize what is called so often, which takes longer than to hash what
 * a command writes. And words that are whole numbers of 32 bits with a sign, which V8 keeps in place; half of those without
 * one are larger, and each is an object. Modulo 2^32 both are the same.
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

/** A property with a descriptor of its own takes V8 longer to define than all else of a node. Nobody lists what nodes have. */
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

/**
 * What stands in for a module of a package. yaml's form for Node.js asks the environment, with each token, whether to print it:
 * a fifth of the time to read a plan; its form for browsers is the same without.
 */
const INSTEAD = {
  "string-width": join(root, "scripts/string-width.cjs"),
  "fast-string-width": join(root, "scripts/fast-string-width.cjs"),
  yaml: join(root, "node_modules/yaml/browser/dist/index.js"),
};

/**
 * What a file of commander takes of a module of Node.js: it is asked for nothing of it here, or is a global all the same.
 * @param {string} name
 * @returns {readonly [string, string]}
 */
function unneeded(name) {
  const own = name === "child_process" ? "childProcess" : name;
  return [`const ${own} = require('node:${name}');`, ""];
}

/**
 * A file of commander as an ES module, so that it stands in the pack as our own do: around CommonJS rolldown puts functions, and
 * copies what these export.
 * @param {string} code
 */
function asModule(code) {
  return code
    .replaceAll(/^const (\{.*\}) = require\(('.*')\);$/gm, "import $1 from $2;")
    .replaceAll(/^exports\.(\w+) = \1;.*$/gm, "export { $1 };");
}

const PATCHES = /** @type {Patches} */ ({ ...HELPS, ...TABLES, ...HASHES, ...NODES });

/**
 * What packages load at once and ipplan never uses. chalk looks at the terminal by itself, while its level is set by us; for
 * cli-table3 see `TABLES`.
 * @type {import("rolldown").Plugin}
 */
const withoutUnused = {
  name: "without unused",
  resolveId: (id, importer) => {
    if (id === "#supports-color") return "\0colourless";
    if (id === "@colors/colors/safe") return "\0unused";
    const isApart = importer?.includes("/node_modules/commander/") === true && APART.includes(basename(id, ".js"));
    return isApart ? { id: `./commander-${basename(id, ".js")}.cjs`, external: true } : null;
  },
  load: (id) => {
    if (id === "\0colourless") return "export default { stdout: false, stderr: false };";
    return id === "\0unused" ? "export {};" : null;
  },
  transform: (code, id) => {
    const [, name = ""] = /\/node_modules\/((?:@noble\/hashes|cli-table3|commander|yaml)\/.+)$/.exec(id) ?? [];
    if (name === "commander/esm.mjs") return COMMANDER;
    const patched = (PATCHES[name] ?? []).reduce((text, [slow, quick]) => {
      if (!text.includes(slow)) throw new Error(`${id} is another one: is it still slow here? ${slow}`);
      return text.replace(slow, quick);
    }, code);
    return name.startsWith("commander/") ? asModule(patched) : patched;
  },
};

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

await import("./build-validators.mjs");
await import("./build-pages.mjs");
await import("./build-offsets.mjs");
// What starts the program stands by itself: it imports nothing of it but types. What few runs need of it stands apart.
const apart = APART.map((name) => [`commander-${name}`, `node_modules/commander/lib/${name}.js`]);
const parts = [
  { start: "src/start/start.ts" },
  { "start-keep": "src/start/keep.ts" },
  { main: "src/cli/world.ts" },
  Object.fromEntries(apart),
];
const chunks = (await Promise.all(parts.map(bundle))).flat();
const modules = [...new Set(chunks.flatMap(({ moduleIds }) => moduleIds))]
  .filter((id) => !id.startsWith("\0"))
  .toSorted();
refuseComputedImports(modules);
const digest = createHash("sha256");
for (const { fileName, code } of chunks) digest.update(`${fileName}\0${code}\0`);
const build = digest.digest("hex").slice(0, 16);
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const { fileName, code } of chunks) {
  const text = inAscii(code.replaceAll(BUILD, build));
  writeFileSync(join(dist, fileName), fileName === "start.cjs" ? calledSoon(text) : asFunction(text, build));
}
writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licences(modules));
// Started as users start it: V8 takes nothing that was compiled with other flags, and counts in what it compiles for a coverage.
const plain = { ...process.env, NODE_OPTIONS: "", NODE_V8_COVERAGE: "" };
execFileSync(process.execPath, [join(root, "scripts/first-run.mjs")], { env: plain, stdio: "inherit" });

/** @param {Record<string, string>} input */
async function bundle(input) {
  const bundler = await rolldown({
    cwd: root,
    input,
    platform: "node",
    plugins: [withoutUnused],
    resolve: {
      alias: INSTEAD,
    },
    transform: {
      target: "node20",
      define: { __IPPLAN_VERSION__: JSON.stringify(version), __IPPLAN_BUILD__: JSON.stringify(BUILD) },
    },
    preserveEntrySignatures: "allow-extension",
    // What a pack holds is loaded at once also where src/ asks for it later.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundler.generate({
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: ({ facadeModuleId, name }) =>
      `${facadeModuleId?.startsWith(sources) === true ? nameOf(facadeModuleId) : name}.cjs`,
    minify: true,
    codeSplitting: {
      groups: Object.entries(PACKS).map(([name, members], index) => ({
        name,
        priority: Object.keys(PACKS).length - index,
        test: (id) => members.some((member) => id === join(sources, `${member}.ts`)),
      })),
    },
  });
  await bundler.close();
  return output.filter((file) => file.type === "chunk");
}

/**
 * `src/storage/plan-files.ts` becomes `storage-plan-files`.
 * @param {string} path
 */
function nameOf(path) {
  return relative(sources, path).replace(/\.ts$/, "").replaceAll("/", "-");
}

/**
 * In strings, templates and patterns, the only places where other characters stand, escapes say the same. Node.js keeps a
 * text of ASCII in half the memory.
 * @param {string} code
 */
function inAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}

/**
 * A call that rotates a word's bits to the right, and what it comes to.
 * @param {string} parameters
 * @returns {readonly [string, string]}
 */
function rotated(parameters) {
  const [word = "", bits = ""] = parameters.split(", ");
  return [`rotr(${parameters})`, `((${word} << ${32 - Number(bits)}) | (${word} >>> ${bits}))`];
}

/**
 * Of the file of which nothing is kept compiled, functions in brackets: V8 compiles those with the file, and all others in a
 * second pass of their own when they are called, which nearly all of them are.
 * @param {string} code
 */
function calledSoon(code) {
  const edits = declarationsIn(parseAst(code)).flatMap(({ start, end, id }) => [
    { at: start, text: `var ${code.slice(id.start, id.end)}=(` },
    { at: end, text: ");" },
  ]);
  // From the end on; where one ends and the next begins, what ends comes before.
  const backwards = edits.toReversed().toSorted((one, other) => other.at - one.at);
  return backwards.reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), code);
}

/** @typedef {{ start: number, end: number, id: { start: number, end: number } }} Declaration */

/**
 * @param {object} node
 * @returns {node is Declaration}
 */
function isDeclaration(node) {
  return "type" in node && node.type === "FunctionDeclaration";
}

/**
 * The functions that are declared in what was parsed.
 * @param {unknown} node
 * @returns {Declaration[]}
 */
function declarationsIn(node) {
  if (typeof node !== "object" || node === null) return [];
  const inside = Object.values(node).flatMap(declarationsIn);
  return isDeclaration(node) ? [node, ...inside] : inside;
}

/**
 * src/start loads all files but its own, and calls each: what it would have to put around them would be copied. The end says
 * of which build the file is.
 * @param {string} code
 * @param {string} mark
 */
function asFunction(code, mark) {
  return `(function(require,module,exports){${code}\n})//${mark}`;
}

/**
 * An `import()` whose path is computed cannot be bundled, and the layer rule reads only paths in plain quotes.
 * @param {readonly string[]} paths
 */
function refuseComputedImports(paths) {
  for (const path of paths.filter((name) => name.startsWith(sources))) {
    const [found] = /\bimport\(\s*[^"\s)].*/.exec(readFileSync(path, "utf8")) ?? [];
    if (found !== undefined) throw new Error(`${path}: import() must name its module in plain quotes: ${found}`);
  }
}

/**
 * The licence texts of all packages that went into dist/.
 * @param {readonly string[]} paths
 */
function licences(paths) {
  const folders = paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const texts = [...new Set(folders)].toSorted().map((folder) => {
    /** @type {{ name: string, version: string, license: string }} */
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
    if (file === undefined) throw new Error(`${about.name} has no licence file`);
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
  });
  return `ipplan contains these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
