/** The cache is not what was written. Whoever asked starts again without it. */
export class CacheDamage extends Error {
  constructor() {
    super("the cache is damaged");
  }
}

/** For what a sound cache has. */
export function missing(): never {
  throw new CacheDamage();
}
