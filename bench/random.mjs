// Random numbers from a seed: the same seed gives the same plan and journal on every machine.

/**
 * @typedef {object} Chance
 * @property {() => number} next a number from 0 up to 1 (exclusive)
 * @property {(below: number) => number} below a whole number from 0 up to `below` (exclusive)
 * @property {(from: number, to: number) => number} between a whole number, both ends included
 * @property {(share: number) => boolean} hits true with this probability, from 0 to 1
 * @property {<T>(items: readonly T[]) => T} pick
 */

/**
 * Mulberry32: 32 bits of state are plenty for test data.
 * @param {number} seed
 * @returns {Chance}
 */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** @param {number} limit */
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    hits: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}
