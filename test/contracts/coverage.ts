/** Which parts of the schemas the outputs have shown: each property, null if it is nullable, each value of a closed set. */
import { COMMANDS, type Json, type JsonObject, type Resolved, type SchemaName, resolve, schemaOf } from "./schemas.ts";

/** One of `Milestone.daysLate: null`, `Milestone.daysLate: value`, `state = done`. */
export type Facet = string;

/** Everything that the schemas of whole outputs promise; the ndjson lines only repeat their objects. */
export function promisedFacets(): Set<Facet> {
  const whole: readonly SchemaName[] = ["common", ...COMMANDS];
  return new Set(whole.flatMap((root) => objectsOf(root).flatMap((object) => facetsOf(object))));
}

/** Adds to `shown` the facets of the schema that the value shows. */
export function addShownFacets(root: SchemaName, value: Json, shown: Set<Facet>): void {
  show({ root, node: schemaOf(root), name: root }, value, shown);
}

/** The objects that a schema defines: itself and its definitions, without `Write`, which exists only to share properties. */
function objectsOf(root: SchemaName): Resolved[] {
  const schema = schemaOf(root);
  const definitions = Object.entries((schema["definitions"] ?? {}) as { [name: string]: JsonObject });
  const all = [{ root, node: schema, name: root }, ...definitions.map(([name, node]) => ({ root, node, name }))];
  return all.filter(({ node, name }) => node["type"] === "object" && name !== "Write");
}

function facetsOf({ root, node, name }: Resolved): Facet[] {
  return propertiesOf(node).flatMap(([key, property]) => {
    const at = `${name}.${key}`;
    const branches = branchesOf(root, property, at);
    const words = branches.flatMap((branch) => wordsOf(branch, at).concat(itemWordsOf(branch, at)));
    const isNullable = branches.some((branch) => mayBeNull(branch.node));
    const hasValue = branches.some((branch) => branch.node["type"] !== "null");
    return [...(hasValue ? [`${at}: value`] : []), ...(isNullable ? [`${at}: null`] : []), ...words];
  });
}

function show({ root, node, name }: Resolved, value: Json, shown: Set<Facet>): void {
  if (Array.isArray(value)) {
    const items = node["items"] as JsonObject | undefined;
    if (items !== undefined) for (const item of value) showAt(root, items, name ?? "", item, shown);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, property] of propertiesOf(node)) {
      const own = value[key];
      if (own === undefined) continue;
      shown.add(`${name}.${key}: ${own === null ? "null" : "value"}`);
      showAt(root, property, `${name}.${key}`, own, shown);
    }
  }
}

function showAt(root: SchemaName, schema: JsonObject, at: string, value: Json, shown: Set<Facet>): void {
  for (const branch of branchesOf(root, schema, at)) {
    if (Array.isArray(branch.node["enum"])) shown.add(`${branch.name ?? at} = ${String(value)}`);
    if (branch.node["type"] !== "null") show({ ...branch, name: branch.name ?? at }, value, shown);
  }
}

function itemWordsOf({ root, node, name }: Resolved, at: string): Facet[] {
  const items = node["items"] as JsonObject | undefined;
  return items === undefined ? [] : branchesOf(root, items, name ?? at).flatMap((branch) => wordsOf(branch, at));
}

function wordsOf({ node, name }: Resolved, at: string): Facet[] {
  return ((node["enum"] ?? []) as Json[]).map((word) => `${name ?? at} = ${String(word)}`);
}

/** The schema with its reference followed, or its `anyOf` alternatives, each resolved in the same way. */
function branchesOf(root: SchemaName, schema: JsonObject, at: string): Resolved[] {
  const resolved = resolve(root, schema);
  const branches = resolved.node["anyOf"] as JsonObject[] | undefined;
  if (branches === undefined) return [{ ...resolved, name: resolved.name ?? at }];
  return branches.flatMap((branch) => branchesOf(resolved.root, branch, at));
}

function mayBeNull(node: JsonObject): boolean {
  const type = node["type"] ?? null;
  return type === "null" || (Array.isArray(type) && type.includes("null"));
}

function propertiesOf(node: JsonObject): [string, JsonObject][] {
  return Object.entries((node["properties"] ?? {}) as { [key: string]: JsonObject });
}
