/** The cache does not hold what was written to it. The command is run again without it. */
export class CacheDamage extends Error {
  constructor() {
    super("the cache is damaged");
  }
}

/** For an entry that an undamaged cache would have. */
export function missing(): never {
  throw new CacheDamage();
}
