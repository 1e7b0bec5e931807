/**
 * Bytes compared, and read as texts, by what Node.js's own methods call in the end: V8 would compile what stands before
 * (choices of an encoding, checks, copies of a buffer's form) anew in each run.
 */
interface Slices {
  readonly latin1Slice: (this: Uint8Array, from: number, to: number) => string;
  readonly utf8Slice: (this: Uint8Array, from: number, to: number) => string;
  readonly hexSlice: (this: Uint8Array, from: number, to: number) => string;
}

// All are there in every version of Node.js, and unknown to its types.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { latin1Slice, utf8Slice, hexSlice } = Buffer.prototype as unknown as Slices;

/** Bytes of ASCII, from one place to another, as a text. */
export function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  return latin1Slice.call(bytes, from, to);
}

/** Bytes of UTF-8, from one place to another, as a text. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return utf8Slice.call(bytes, from, to);
}

/** Bytes, from one place to another, as two hexadecimal digits each. */
export function hexOf(bytes: Uint8Array, from: number, to: number): string {
  return hexSlice.call(bytes, from, to);
}

/** Whether both are as long, and the same byte for byte. */
export function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** The number that stands in four bytes, the smallest first. */
export function numberAt(bytes: Uint8Array, at: number): number {
  const byte = (offset: number): number => bytes[at + offset] ?? 0;
  return byte(0) + byte(1) * 2 ** 8 + byte(2) * 2 ** 16 + byte(3) * 2 ** 24;
}
