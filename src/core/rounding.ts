/** A share with its numbers: the percentage never travels without its fraction. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** One decimal, rounded half up; null where nothing is in the denominator. */
  readonly percent: number | null;
}

/** The rate of two counts. Whole numbers, so that rounding half up is exact: 1/8 is 12.5, 2/3 is 66.7. */
export function rate(numerator: number, denominator: number): Rate {
  if (denominator === 0) return { numerator, denominator, percent: null };
  const tenths = Math.floor((numerator * 2000 + denominator) / (denominator * 2));
  return { numerator, denominator, percent: tenths / 10 };
}

/**
 * One decimal, rounded half up, as percentages and points are printed. What floating-point arithmetic is off by is
 * taken away first: 2.3 ÷ 4 × 100 is 57.5 and not 57.49….
 */
export function oneDecimal(number: number): number {
  return Math.floor(withoutNoise(number * 10) + 0.5) / 10;
}

/** The number with twelve significant digits: 0.1 + 0.2 is 0.3. */
export function withoutNoise(number: number): number {
  return Number(number.toPrecision(12));
}

/** What two decimal numbers differ by, with as many places as they have: 25000.5 − 25000.3 is 0.2. */
export function difference(minuend: number, subtrahend: number): number {
  return sumOf([minuend, -subtrahend]);
}

/** What decimal numbers come to, with as many places as they have: 0.1 + 0.2 is 0.3, and no digit of a large one is lost. */
export function sumOf(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return Number(sum.toFixed(numbers.reduce((most, number) => Math.max(most, decimalPlaces(number)), 0)));
}

/** As many as a number can be printed with. */
const MOST_PLACES = 100;

/** Of the number as it was written, which fifteen digits tell: 2 for 6.25, 7 for 1e-7. */
function decimalPlaces(number: number): number {
  const text = String(Number(number.toPrecision(15)));
  const [point, exponent] = [text.indexOf("."), text.indexOf("e")];
  const end = exponent < 0 ? text.length : exponent;
  const behindPoint = point < 0 ? 0 : end - point - 1;
  const count = exponent < 0 ? behindPoint : behindPoint - Number(text.slice(exponent + 1));
  return Math.min(Math.max(0, count), MOST_PLACES);
}

/** A share of 1 in percent, as it was typed: 57 of 0.57, which a spreadsheet keeps of 57%. */
export function inPercent(share: number): number {
  return withoutNoise(share * 100);
}

/**
 * Whole units shared out in proportion to the counts, by largest remainder (Hare quota): the shares add up to
 * `units` exactly; equal remainders go to the earlier count. All zero where the counts are.
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

/** Percentages with one decimal that add up to exactly 100.0 (all zero where the counts are). */
export function percentagesOfWhole(counts: readonly number[]): number[] {
  return apportion(counts, 1000).map((tenths) => tenths / 10);
}

/**
 * Cells of a bar shared out in proportion, no count that is not zero without a cell: what a small count is lifted
 * by is taken from the largest. Needs at least as many cells as counts that are not zero.
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
 * Places from the greatest down, as bulletins give them: equal numbers share a place and the next one is skipped
 * (1, 2, 3, 3, 5). What has no number has no place.
 */
export function places(numbers: readonly (number | null)[]): (number | null)[] {
  const known = numbers.filter((number) => number !== null);
  return numbers.map((number) => (number === null ? null : 1 + known.filter((other) => other > number).length));
}
