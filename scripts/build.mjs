// Builds dist/ from src/: CommonJS files that load each other on demand.
//
// CommonJS starts faster than ES modules, but esbuild splits only the latter into files. So it splits ES modules first,
// and each of the resulting files is then turned into CommonJS by itself. Every module stands in one file only, so
// that classes keep their identity (`instanceof`) and a module's state exists once, and each `import()` in src/ is a
// `require` that runs when it is reached.
//
// Most of these files are then put together in a few packs, since opening a file costs more than reading past a little that
// is not needed; in a pack each stays a function that runs when it is asked for. All is minified and written in ASCII: what
// Node.js has to read is most of what a command costs.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { packOf, packed } from "./packs.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const TARGET = "node20";
/** What bin/ipplan.js asks for; every module that src/ names in an `import()` becomes a file of its own as well. */
const ENTRIES = { main: "src/cli/main.ts" };

/**
 * What packages load at once and ipplan never uses. commander starts other programs where a command stands in a file of
 * its own; chalk looks at the terminal by itself, while its level is set by us.
 * @type {import("esbuild").Plugin}
 */
const withoutUnused = {
  name: "without unused",
  setup: (builder) => {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("node_modules/commander/") ? { path: importer, namespace: "unused" } : undefined,
    );
    builder.onResolve({ filter: /^#supports-color$/ }, ({ importer }) => ({ path: importer, namespace: "colourless" }));
    builder.onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
    builder.onLoad({ filter: /./, namespace: "colourless" }, () => ({
      contents: "export default { stdout: false, stderr: false };",
    }));
  },
};

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

await import("./build-validators.mjs");
await import("./build-pages.mjs");
try {
  await buildProgram();
} catch (error) {
  // esbuild has printed its findings in full.
  if (!(error instanceof Error && "errors" in error)) throw error;
  process.exitCode = 1;
}

async function buildProgram() {
  const { metafile } = await bundle(ENTRIES);
  const { outputFiles, metafile: all } = await bundle({ ...ENTRIES, ...onDemand(metafile) }, digestOf(metafile));
  refuseComputedImports(filesOf(all.inputs));
  const modules = await Promise.all(
    outputFiles.map(async ({ path, text }) => ({ name: basename(path), text: await toCommonJs(text) })),
  );
  const files = packed(modules, packOf(all));
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  for (const { name, text } of files) writeFileSync(join(dist, name), text);
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licences(filesOf(all.inputs)));
}

/**
 * @param {Record<string, string>} entryPoints
 * @param {string} [buildId]
 */
async function bundle(entryPoints, buildId = "") {
  return build({
    absWorkingDir: root,
    entryPoints,
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    chunkNames: "shared-[hash]",
    format: "esm",
    splitting: true,
    bundle: true,
    platform: "node",
    target: TARGET,
    charset: "utf8",
    define: { __IPPLAN_VERSION__: JSON.stringify(version), __IPPLAN_BUILD__: JSON.stringify(buildId) },
    alias: { "string-width": "./scripts/string-width.cjs" },
    plugins: [withoutUnused],
    // The licences are gathered below.
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    write: false,
  });
}

/**
 * The files that went into the bundle, without what `withoutUnused` puts in their place.
 * @param {import("esbuild").Metafile["inputs"]} inputs
 */
function filesOf(inputs) {
  return Object.keys(inputs)
    .filter((path) => !/^(?:unused|colourless):/.test(path))
    .toSorted();
}

/**
 * Another text for every change of what is bundled.
 * @param {import("esbuild").Metafile} metafile
 */
function digestOf({ inputs }) {
  const hash = createHash("sha256").update(version);
  for (const path of filesOf(inputs)) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex").slice(0, 16);
}

/** @param {string} text */
async function toCommonJs(text) {
  const { code } = await transform(text, {
    format: "cjs",
    platform: "node",
    target: TARGET,
    charset: "ascii",
    // A real import() would go through the loader of ES modules, which has to be started first.
    supported: { "dynamic-import": false },
    minify: true,
    lineLimit: 200,
  });
  return code;
}

/**
 * The modules that src/ loads by `import()`: `src/storage/plan-files.ts` becomes `storage-plan-files.cjs`.
 * @param {import("esbuild").Metafile} metafile
 */
function onDemand({ inputs }) {
  const modules = Object.values(inputs)
    .flatMap(({ imports }) => imports.filter(({ kind }) => kind === "dynamic-import"))
    .map(({ path }) => path)
    .toSorted();
  return Object.fromEntries(modules.map((path) => [path.replace(/^src\/|\.ts$/g, "").replaceAll("/", "-"), path]));
}

/**
 * An `import()` whose path is computed cannot be bundled, and the layer rule reads only paths in plain quotes.
 * @param {readonly string[]} inputs
 */
function refuseComputedImports(inputs) {
  for (const path of inputs.filter((name) => name.startsWith("src/"))) {
    const [found] = /\bimport\(\s*[^"\s)].*/.exec(readFileSync(join(root, path), "utf8")) ?? [];
    if (found !== undefined) throw new Error(`${path}: import() must name its module in plain quotes: ${found}`);
  }
}

/**
 * The licence texts of all packages that went into dist/.
 * @param {readonly string[]} inputs
 */
function licences(inputs) {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const texts = [...new Set(folders)].toSorted().map((path) => {
    const folder = join(root, path);
    /** @type {{ name: string, version: string, license: string }} */
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
    if (file === undefined) throw new Error(`${about.name} has no licence file`);
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
  });
  return `ipplan contains these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
