import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KEYS, REQUIRED } from "../../src/core/draft.ts";

interface Schema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Schema>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

function schema(name: string): Schema {
  const path = join(import.meta.dirname, "../../schemas", `${name}.schema.json`);
  return JSON.parse(readFileSync(path, "utf8")) as Schema;
}

describe("the keys that a map may have", () => {
  const [plan, tasks] = [schema("plan"), schema("tasks")];

  it.each<[keyof typeof KEYS, Schema | undefined]>([
    ["head", plan],
    ["policy", plan.properties["policy"]],
    ["division", plan.definitions["division"]],
    ["theme", plan.definitions["theme"]],
    ["section", plan.definitions["section"]],
    ["tasksFile", tasks],
    ["task", tasks.definitions["task"]],
    ["indicator", tasks.definitions["indicator"]],
    ["settled", tasks.definitions["settled"]],
    ["milestone", tasks.definitions["milestone"]],
  ])("are those of the published schema: %s", (map, published) => {
    expect([...KEYS[map]].sort()).toEqual(Object.keys(published?.properties ?? {}).sort());
    expect([...REQUIRED[map]].sort()).toEqual([...(published?.required ?? [])].sort());
  });
});
