/** P19: the lockfile shows what is installed with ipplan. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Package {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as {
  packages: Record<string, Package>;
};
const about = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");

it("an installed ipplan needs no other package: all are bundled", () => {
  const atRunTime = installed.filter(([, { dev }]) => dev !== true).map(([path]) => path);
  expect(atRunTime).toEqual([]);
  expect(about.dependencies).toBeUndefined();
});

it("no package runs an install script", () => {
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = scripts.map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect(names.filter((name) => name !== "fsevents" && about.allowScripts[name] !== false)).toEqual([]);
});

it("every package is pinned to an exact version", () => {
  expect(
    Object.values(about.devDependencies).filter((version) => !/^\d+\.\d+\.\d+(?:-r\.\d+)?$/.test(version)),
  ).toEqual([]);
});
