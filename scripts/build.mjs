// Builds dist/ from src/: CommonJS files that load each other on demand.
//
// CommonJS starts faster than ES modules, but esbuild splits only the latter into files. So it splits ES modules first,
// and each of the resulting files is then turned into CommonJS by itself. Every module stands in one file only, so
// that classes keep their identity (`instanceof`) and a module's state exists once, and each `import()` in src/ is a
// `require` that runs when it is reached.
//
// Nothing is minified: measured, the program starts no faster with it, and a stack trace can be read.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const TARGET = "node20";

/** What bin/ipplan.js asks for; every module that src/ names in an `import()` becomes a file of its own as well. */
const ENTRIES = { main: "src/cli/main.ts" };

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

await import("./build-validators.mjs");
const { metafile } = await bundle(ENTRIES);
const { outputFiles, metafile: plan } = await bundle({ ...ENTRIES, ...onDemand(metafile) });
refuseComputedImports(outputFiles);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
await Promise.all(
  outputFiles.map(async ({ path, text }) => writeFileSync(join(dist, basename(path)), await toCommonJs(text))),
);
writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licences(Object.keys(plan.inputs)));

/** @param {Record<string, string>} entryPoints */
function bundle(entryPoints) {
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
    define: { __IPPLAN_VERSION__: JSON.stringify(version) },
    alias: { "string-width": "./scripts/string-width.cjs" },
    // The licences are gathered below.
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    write: false,
  });
}

/** @param {string} text */
async function toCommonJs(text) {
  const { code } = await transform(text, {
    format: "cjs",
    platform: "node",
    target: TARGET,
    charset: "utf8",
    // A real import() would load the file as an ES module's guest, which takes longer than require.
    supported: { "dynamic-import": false },
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
 * An `import()` whose path is computed cannot be bundled, nor seen by the layer rule: the build refuses it.
 * @param {readonly import("esbuild").OutputFile[]} files
 */
function refuseComputedImports(files) {
  for (const { path, text } of files) {
    const [found] = /\bimport\((?!"\.\/)[^\n]*/.exec(text) ?? [];
    if (found !== undefined) throw new Error(`${basename(path)}: import() must name its module: ${found}`);
  }
}

/**
 * The licence texts of all packages that went into dist/.
 * @param {readonly string[]} inputs
 */
function licences(inputs) {
  const names = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const texts = [...new Set(names)].toSorted().map((name) => {
    const folder = join(root, "node_modules", name);
    /** @type {{ version: string, license: string }} */
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file`);
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    return `${name} ${about.version} (${about.license})\n\n${text}\n`;
  });
  return `ipplan contains these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
