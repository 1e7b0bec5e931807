import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const about: unknown = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const version = typeof about === "object" && about !== null && "version" in about ? about.version : undefined;

// Settings that all test runs share.
export default defineConfig({
  define: { __IPPLAN_VERSION__: JSON.stringify(version), __IPPLAN_BUILD__: JSON.stringify("test") },
  // The same alias as in the build (scripts/build.mjs).
  resolve: {
    alias: [
      {
        find: /^yaml$/,
        replacement: fileURLToPath(new URL("node_modules/yaml/browser/dist/index.js", import.meta.url)),
      },
    ],
  },
  test: {
    // Processes, because a worker thread cannot change its time zone.
    pool: "forks",
    maxWorkers: "100%",
    setupFiles: ["test/setup/environment.ts", "test/setup/string-width.ts"],
    // Far more than any test needs, so that no test fails on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/*/generated/**"],
      reporter: [["text", { skipFull: true }], "html", "json-summary"],
      thresholds: {
        // Every branch of the pure code is tested both ways.
        "src/core/**": { branches: 100 },
        "src/{cli,i18n,reporters,storage}/**": { branches: 85, functions: 92, lines: 92, statements: 92 },
      },
    },
  },
});
