/** Schemas for a plan's files that contain the plan's own names, so that an editor proposes them and underlines others. */
import type { Plan } from "../core/plan.ts";
import { planSchema, tasksSchema } from "./generated/schemas.mjs";

export const SCHEMA_KINDS = ["plan", "tasks"] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** The folder of a plan's schemas, inside the plan folder so that they move with it. */
export const SCHEMA_FOLDER = "schemas";

/** The name of the schema file for editors in `SCHEMA_FOLDER`. */
export function schemaFileName(kind: SchemaKind): string {
  return `${kind}.schema.json`;
}

/** The first line of a plan file, by which an editor finds its schema. `depth` counts the folders between plan and file. */
export function modeline(kind: SchemaKind, depth = 0): string {
  return `# yaml-language-server: $schema=${"../".repeat(depth)}${SCHEMA_FOLDER}/${schemaFileName(kind)}`;
}

/** The schema as the text of a file. The head's schema contains no names, since the head itself defines them. */
export function schemaText(kind: SchemaKind, plan: Pick<Plan, "divisions" | "districts" | "sections">): string {
  const schema = kind === "plan" ? planSchema : withNames(plan);
  return `${JSON.stringify(schema, null, 2)}\n`;
}

type Names = Readonly<Record<"section" | "division" | "district", readonly string[]>>;

function withNames({ divisions, districts, sections }: Pick<Plan, "divisions" | "districts" | "sections">): unknown {
  const names: Names = {
    section: sections.map(({ id }) => id),
    division: [...divisions.map(({ name }) => name), ...divisions.map(({ id }) => id)],
    district: ["all", "related", ...districts],
  };
  const task = ["definitions", "task", "properties"];
  return [
    { path: ["properties", "section"], list: names.section },
    { path: [...task, "divisions", "items"], list: names.division },
    { path: [...task, "districts", "items"], list: names.district },
  ].reduce<unknown>((schema, { path, list }) => withEnum(schema, path, list), tasksSchema);
}

/** A copy of the schema that allows only these names at the path. Without names it stays as it is: it would refuse all. */
function withEnum(node: unknown, path: readonly string[], names: readonly string[]): unknown {
  if (typeof node !== "object" || node === null || names.length === 0) return node;
  const [step, ...rest] = path;
  if (step === undefined) {
    const described = Object.entries(node).filter(([key]) => key === "description");
    return { ...Object.fromEntries(described), type: "string", enum: [...new Set(names)] };
  }
  const entries = Object.entries(node).map(([key, value]: [string, unknown]): [string, unknown] => [
    key,
    key === step ? withEnum(value, rest, names) : value,
  ]);
  return Object.fromEntries(entries);
}
