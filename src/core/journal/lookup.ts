/** Values that can be looked up by id, but not always counted or listed. */
export type Lookup<Value> = Pick<ReadonlyMap<string, Value>, "get" | "has">;

/** A lookup by the function; a key that gives undefined is not there. */
export function lookup<Value>(get: (key: string) => Value | undefined): Lookup<Value> {
  return { get, has: (key) => get(key) !== undefined };
}
