// Which files of dist/ are put together, and how: see build.mjs.
import { basename } from "node:path";

/**
 * What is loaded together: the first pack always, then what reads, what draws, what writes. A module belongs to the first
 * pack that needs it; all others stand in files of their own.
 */
const PACKS = {
  main: ["src/cli/main.ts"],
  read: ["status", "overdue", "list", "due", "show"].map((name) => `src/cli/commands/${name}.ts`),
  screen: ["screen", "status", "status-period", "overdue"].map((name) => `src/reporters/terminal/${name}.ts`),
  write: ["src/cli/commands/write.ts", "src/reporters/terminal/writes.ts"],
};
/** Small, and part of what is loaded anyway. */
const ALONGSIDE = {
  main: ["src/cli/program-read.ts"],
  read: ["src/reporters/json.ts"],
  screen: ["src/i18n/catalogue.ts"],
  write: ["src/cli/program-write.ts", "src/storage/compiled/journal-tail.ts"],
};

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
  for (const pack of /** @type {const} */ (["main", "read", "screen", "write"])) {
    const open = [...PACKS[pack], ...ALONGSIDE[pack]].map((entry) => entries.get(entry) ?? missing(entry));
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (packs.has(basename(path))) continue;
      packs.set(basename(path), `${pack}.cjs`);
      const imports = outputs[path]?.imports.filter(({ kind }) => kind === "import-statement") ?? [];
      open.push(...imports.filter(({ external }) => external !== true).map((other) => other.path));
    }
  }
  return packs;
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
