/** A rate with its counts: a percentage is never shown without its fraction. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** One decimal, rounded half up; null if the denominator is 0. */
  readonly percent: number | null;
}

/** The rate of two counts. Integer arithmetic makes rounding half up exact: 1/8 is 12.5, 2/3 is 66.7. */
export function rate(numerator: number, denominator: number): Rate {
  if (denominator === 0) return { numerator, denominator, percent: null };
  const tenths = Math.floor((numerator * 2000 + denominator) / (denominator * 2));
  return { numerator, denominator, percent: tenths / 10 };
}

/**
 * Rounds half up to one decimal, as percentages and points are printed. Floating-point noise is removed first: 2.3 ÷ 4
 * × 100 is 57.5, not 57.49….
 */
export function oneDecimal(number: number): number {
  return Math.floor(withoutNoise(number * 10) + 0.5) / 10;
}

/** The number with twelve significant digits, without floating-point noise: 0.1 + 0.2 is 0.3. */
export function withoutNoise(number: number): number {
  return Number(number.toPrecision(12));
}

/** The difference of two decimal numbers, with as many decimals as they have: 25000.5 − 25000.3 is 0.2. */
export function difference(minuend: number, subtrahend: number): number {
  return sumOf([minuend, -subtrahend]);
}

/**
 * The sum of decimal numbers, with as many decimals as they have: 0.1 + 0.2 is 0.3, and large numbers lose no digit.
 */
export function sumOf(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return Number(sum.toFixed(numbers.reduce((most, number) => Math.max(most, decimalPlaces(number)), 0)));
}

/** The most decimals that `toFixed` can print. */
const MOST_PLACES = 100;

/** The decimals of the number as it was written, by its first fifteen digits: 2 for 6.25, 7 for 1e-7. */
function decimalPlaces(number: number): number {
  const text = String(Number(number.toPrecision(15)));
  const [point, exponent] = [text.indexOf("."), text.indexOf("e")];
  const end = exponent < 0 ? text.length : exponent;
  const behindPoint = point < 0 ? 0 : end - point - 1;
  const count = exponent < 0 ? behindPoint : behindPoint - Number(text.slice(exponent + 1));
  return Math.min(Math.max(0, count), MOST_PLACES);
}

/** A share of 1 as the percentage that was typed: 57 for 0.57, which a spreadsheet keeps of 57%. */
export function inPercent(share: number): number {
  return withoutNoise(share * 100);
}

/**
 * Shares whole units out in proportion to the counts, by largest remainder (Hare quota). The shares add up to exactly
 * `units`; of equal remainders the earlier count wins. All zero if the counts are.
 */
export function apportion(counts: readonly number[], units: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const shares = counts.map((count) => Math.floor((count * units) / total));
  const remainders = counts.map((count, index) => ({ index, rest: (count * units) % total }));
  remainders.sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = units - shares.reduce((sum, share) => sum + share, 0);
  const lucky = new Set(remainders.slice(0, missing).map(({ index }) => index));
  return shares.map((share, index) => share + (lucky.has(index) ? 1 : 0));
}

/** The counts in percent of their sum, with one decimal, adding up to exactly 100.0 (all zero if the counts are). */
export function percentagesOfWhole(counts: readonly number[]): number[] {
  return apportion(counts, 1000).map((tenths) => tenths / 10);
}

/**
 * Shares the cells of a bar out in proportion to the counts. Every count above zero gets at least one cell, taken from
 * the largest share if need be. Needs at least as many cells as there are such counts.
 */
export function barCells(counts: readonly number[], cells: number): number[] {
  const shares = apportion(counts, cells);
  counts.forEach((count, index) => {
    if (count === 0 || shares[index] !== 0) return;
    const most = Math.max(...shares);
    shares[shares.indexOf(most)] = most - 1;
    shares[index] = 1;
  });
  return shares;
}

/**
 * Ranks from the greatest number down, as bulletins give them: equal numbers share a place and the following ones are
 * skipped (1, 2, 3, 3, 5). Null has no place.
 */
export function places(numbers: readonly (number | null)[]): (number | null)[] {
  const known = numbers.filter((number) => number !== null);
  return numbers.map((number) => (number === null ? null : 1 + known.filter((other) => other > number).length));
}
