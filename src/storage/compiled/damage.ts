/** The cache is not what was written. Whoever asked starts again without it. */
export class CacheDamage extends Error {
  constructor() {
    super("the cache is damaged");
  }
}
