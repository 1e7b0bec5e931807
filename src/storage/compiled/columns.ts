/** Columns of whole numbers. */
import { type Day, dayOfNumber } from "../../core/calendar.ts";

/** Where each group begins, and where the last one ends. */
export function firstsOf(sizes: readonly number[]): Int32Array {
  const firsts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, index) => {
    firsts[index + 1] = (firsts[index] ?? 0) + size;
  });
  return firsts;
}

/** Days made from numbers, each once: a plan has many milestones and few days. */
const days = new Map<number, Day>();

/** The day whose number stands there. */
export function dayAt(numbers: Int32Array, index: number): Day {
  const number = numbers[index] ?? 0;
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = dayOfNumber(number);
  days.set(number, day);
  return day;
}
