/** What can be looked up by id, though not always counted or listed at once. */
export type Lookup<Value> = Pick<ReadonlyMap<string, Value>, "get" | "has">;

/** What the function finds. */
export function lookup<Value>(get: (key: string) => Value | undefined): Lookup<Value> {
  return { get, has: (key) => get(key) !== undefined };
}
