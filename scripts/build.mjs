// Builds dist/ from src/: CommonJS files that load each other on demand.
//
// CommonJS starts faster than ES modules. Each `import()` in src/ becomes a `require` that runs when it is reached. Every
// module is in exactly one file, so that classes keep their identity (`instanceof`) and a module's state exists once. What
// everyday commands load is bundled into a few packs, since opening a file costs more than reading a little too much. All
// code is minified and pure ASCII: reading it is most of what a command costs Node.js.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { parseAst } from "rolldown/parseAst";
import { patchPackage } from "./patch-packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = join(root, "src");
const dist = join(root, "dist");
/** A placeholder in the code until the digest of all code is known. */
const BUILD = "the digest of this build";

/**
 * The packs and their modules, each with everything that it imports statically; what several packs need goes into the first.
 * All else gets one file per `import()`.
 */
const PACKS = {
  main: [
    "cli/world",
    "cli/program-read",
    ...["due", "list", "overdue", "show", "status"].map((name) => `cli/commands/${name}`),
    "i18n/periods",
    "reporters/json",
    "reporters/json-pieces",
    "reporters/layout",
    ...["indicator-lines", "phrases", "subject"].map((name) => `reporters/words/${name}`),
    "reporters/terminal/screen",
    "storage/compiled/contents",
  ],
  screen: ["list", "overdue", "status", "status-period"].map((name) => `reporters/terminal/${name}`),
  lines: ["storage/journal-line", "storage/compiled/journal-tail"],
  write: [
    ...["cli/program-write", "cli/commands/write", "cli/typed-text", "reporters/terminal/writes"],
    ...["storage/git-lock", "storage/journal-files"],
  ],
};

/** The modules of commander that print help and guess at misspelt words. Each gets its own file: few commands load it. */
const APART = ["help", "suggestSimilar"];

/** The part of commander that is used. */
const COMMANDER = `export { Command } from "./lib/command.js";
export { CommanderError } from "./lib/error.js";`;

/**
 * Replacements for modules of packages. yaml's build for Node.js reads the environment for each token, to see whether to
 * print it: a fifth of the time of reading a plan. Its build for browsers is the same without that.
 */
const INSTEAD = {
  "string-width": join(root, "scripts/string-width.cjs"),
  "fast-string-width": join(root, "scripts/fast-string-width.cjs"),
  yaml: join(root, "node_modules/yaml/browser/dist/index.js"),
};

/**
 * Converts a file of commander to an ES module, so that it goes into the pack like our own: rolldown would wrap CommonJS in
 * functions and copy its exports.
 * @param {string} code
 */
function asModule(code) {
  return code
    .replaceAll(/^const (\{.*\}) = require\(('.*')\);$/gm, "import $1 from $2;")
    .replaceAll(/^exports\.(\w+) = \1;.*$/gm, "export { $1 };");
}

/**
 * Leaves out what packages load but ipplan never uses. chalk examines the terminal, though we set its level ourselves; for
 * cli-table3 see `scripts/patch-packages.mjs`.
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
    const [, name = ""] =
      /\/node_modules\/((?:@noble\/hashes|cli-table3|commander|docx|write-excel-file|yaml)\/.+)$/.exec(id) ?? [];
    if (name === "commander/esm.mjs") return COMMANDER;
    const patched = patchPackage(name, code);
    return name.startsWith("commander/") ? asModule(patched) : patched;
  },
};

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

await import("./build-validators.mjs");
await import("./build-pages.mjs");
await import("./build-offsets.mjs");
// The start is bundled by itself, since it imports only types of the program; so is what few runs need of it.
const apart = APART.map((name) => [`commander-${name}`, `node_modules/commander/lib/${name}.js`]);
const parts = [
  { start: "src/start/start.ts" },
  { "start-write-code-cache": "src/start/write-code-cache.ts" },
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
// Run as users run it: V8 rejects code compiled with other flags, and adds counters to code compiled for coverage.
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
    // A pack's modules are loaded at once, even if src/ imports one of them dynamically.
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
 * Turns `src/storage/plan-files.ts` into `storage-plan-files`.
 * @param {string} path
 */
function nameOf(path) {
  return relative(sources, path).replace(/\.ts$/, "").replaceAll("/", "-");
}

/**
 * Escapes other characters than ASCII. They occur only in strings, templates and patterns, where an escape means the same.
 * Node.js keeps ASCII text in half the memory.
 * @param {string} code
 */
function inAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}

/**
 * For the one file without cached code: turns function declarations into functions in brackets. V8 compiles those together
 * with the file, but others in a second pass on their first call, and nearly all of them are called.
 * @param {string} code
 */
function calledSoon(code) {
  const edits = declarationsIn(parseAst(code)).flatMap(({ start, end, id }) => [
    { at: start, text: `var ${code.slice(id.start, id.end)}=(` },
    { at: end, text: ");" },
  ]);
  // Backwards, so that offsets stay valid; at the same offset, an end comes before the next beginning.
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
 * All function declarations in a syntax tree.
 * @param {unknown} node
 * @returns {Declaration[]}
 */
function declarationsIn(node) {
  if (typeof node !== "object" || node === null) return [];
  const inside = Object.values(node).flatMap(declarationsIn);
  return isDeclaration(node) ? [node, ...inside] : inside;
}

/**
 * Wraps a file in a function, which src/start calls: wrapping it at run time would copy it. The mark at the end names the
 * build.
 * @param {string} code
 * @param {string} mark
 */
function asFunction(code, mark) {
  return `(function(require,module,exports){${code}\n})//${mark}`;
}

/**
 * Refuses an `import()` with a computed path: it cannot be bundled, and the layer rule reads only paths in plain quotes.
 * @param {readonly string[]} paths
 */
function refuseComputedImports(paths) {
  for (const path of paths.filter((name) => name.startsWith(sources))) {
    const [found] = /\bimport\(\s*[^"\s)].*/.exec(readFileSync(path, "utf8")) ?? [];
    if (found !== undefined) throw new Error(`${path}: import() must name its module in plain quotes: ${found}`);
  }
}

/**
 * The licence texts of all packages that are bundled into dist/.
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
