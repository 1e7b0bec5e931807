// Which files of dist/ are put together, and how: see build.mjs.
import { basename } from "node:path";

/**
 * What everyday commands load. Of a group, modules that several of its entries need stand in the group's pack; what one
 * entry alone needs stands in one file with it. A module belongs to the first group that needs it; all others stand in
 * files of their own. To load and run the pack for reading (95 kB) takes a sixth of what Node.js itself takes to start.
 */
const GROUPS = [
  { pack: "main.cjs", entries: ["src/cli/main.ts"] },
  {
    pack: "read.cjs",
    entries: ["status", "overdue", "list", "due", "show", "write"].map((name) => `src/cli/commands/${name}.ts`),
    alongside: ["src/reporters/json.ts"],
  },
  {
    pack: "screen.cjs",
    entries: ["status", "status-period", "overdue", "list", "writes"].map(
      (name) => `src/reporters/terminal/${name}.ts`,
    ),
    alongside: ["src/reporters/terminal/screen.ts"],
  },
];

/** Runs a module of the pack once. */
const LOADER = `const __loaded=new Map();
function __module(name){let module=__loaded.get(name);
if(module===undefined){module={exports:{}};__loaded.set(name,module);__modules[name](module,module.exports)}
return module.exports}
`;

/**
 * The pack of each file that is in one.
 * @param {import("esbuild").Metafile} metafile
 */
export function packOf({ outputs }) {
  /** @type {Map<string, string>} */
  const packs = new Map();
  const entries = new Map(Object.entries(outputs).map(([path, { entryPoint }]) => [entryPoint, path]));
  for (const { pack, entries: names, alongside = [] } of GROUPS) {
    const closures = names.map((name) => closureOf(entries.get(name) ?? missing(name), outputs));
    const shared = alongside.flatMap((name) => [...closureOf(entries.get(name) ?? missing(name), outputs)]);
    for (const path of new Set([...shared, ...closures.flatMap((closure) => [...closure])])) {
      if (packs.has(basename(path))) continue;
      const users = closures.filter((closure) => closure.has(path));
      const isOwn = names.length > 1 && users.length === 1 && !shared.includes(path);
      packs.set(basename(path), isOwn ? basename([...(users[0] ?? [])][0] ?? "") : pack);
    }
  }
  return packs;
}

/**
 * The file and all that it imports at once, itself first.
 * @param {string} path
 * @param {import("esbuild").Metafile["outputs"]} outputs
 */
function closureOf(path, outputs) {
  const closure = new Set([path]);
  for (const member of closure) {
    const imports = outputs[member]?.imports.filter(({ kind }) => kind === "import-statement") ?? [];
    for (const other of imports) if (other.external !== true) closure.add(other.path);
  }
  return closure;
}

/**
 * @param {string} entry
 * @returns {never}
 */
function missing(entry) {
  throw new Error(`${entry} is loaded by no import(): it cannot be packed by itself`);
}

/**
 * Files and packs as they are written. A pack is a function that gives a module by its name.
 * @param {readonly { name: string, text: string }[]} modules
 * @param {ReadonlyMap<string, string>} packs
 */
export function packed(modules, packs) {
  const linked = modules.map(({ name, text }) => ({ name, text: link(text, packs.get(name), packs) }));
  const alone = linked.filter(({ name }) => !packs.has(name));
  const together = [...new Set(packs.values())].map((pack) => {
    const own = linked.filter(({ name }) => packs.get(name) === pack);
    const bodies = own.map(({ name, text }) => `${JSON.stringify(name)}(module,exports){${text}}`);
    const entry = pack === "main.cjs" ? 'Object.assign(__module,__module("main.cjs"))' : "__module";
    return {
      name: pack,
      text: `"use strict";const __modules={${bodies.join(",\n")}};\n${LOADER}module.exports=${entry};\n`,
    };
  });
  return [...alone, ...together];
}

/**
 * Has the module ask packs for what stands in them.
 * @param {string} text
 * @param {string | undefined} own
 * @param {ReadonlyMap<string, string>} packs
 */
function link(text, own, packs) {
  return text.replaceAll(/\brequire\("\.\/([^"]+)"\)/g, (found, /** @type {string} */ name) => {
    const pack = packs.get(name);
    if (pack === undefined) return found;
    return pack === own ? `__module("${name}")` : `require("./${pack}")("${name}")`;
  });
}
