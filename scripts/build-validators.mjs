// Compiles the schemas at build time, so that neither ajv nor `new Function` is needed at run time.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "src", "storage", "generated");

/** Schemas of files read at run time. Those of outputs are for their readers and for tests only. */
const VALIDATORS = { validatePlanHead: "plan", validateTasks: "tasks" };

/** @type {{ $id: string }[]} */
const schemas = Object.values(VALIDATORS).map((name) =>
  JSON.parse(readFileSync(join(root, "schemas", `${name}.schema.json`), "utf8")),
);
const ajv = new Ajv({
  schemas,
  strict: true,
  allErrors: true,
  ownProperties: true,
  allowUnionTypes: true,
  messages: false,
  code: { source: true, esm: true, lines: true },
});
const names = Object.keys(VALIDATORS);
/** @type {Record<string, string | undefined>} */
const ids = Object.fromEntries(names.map((name, index) => [name, schemas[index]?.$id]));

mkdirSync(target, { recursive: true });
writeFileSync(join(target, "validators.mjs"), standalone.default(ajv, ids));
writeFileSync(
  join(target, "validators.d.mts"),
  `import type { ErrorObject } from "ajv";
interface Validator {
  (data: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}
${names.map((name) => `export declare const ${name}: Validator;`).join("\n")}
`,
);

// The schemas themselves, for editors: `ipplan schema` inserts the names of a plan.
const exported = ["planSchema", "tasksSchema"];
writeFileSync(
  join(target, "schemas.mjs"),
  exported.map((name, index) => `export const ${name} = ${JSON.stringify(schemas[index])};\n`).join(""),
);
writeFileSync(
  join(target, "schemas.d.mts"),
  exported.map((name) => `export declare const ${name}: Readonly<Record<string, unknown>>;\n`).join(""),
);
