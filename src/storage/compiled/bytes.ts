/**
 * Compares bytes and decodes them as text with the internal methods that Node.js's public ones end up calling. The public
 * ones first run checks, encoding choices and buffer conversions, which V8 would have to compile in every run.
 */
interface Slices {
  readonly latin1Slice: (this: Uint8Array, from: number, to: number) => string;
  readonly utf8Slice: (this: Uint8Array, from: number, to: number) => string;
  readonly hexSlice: (this: Uint8Array, from: number, to: number) => string;
}

// Every version of Node.js has these methods, but its types do not declare them.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { latin1Slice, utf8Slice, hexSlice } = Buffer.prototype as unknown as Slices;

/** Decodes ASCII bytes from `from` up to `to` (exclusive). */
export function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  return latin1Slice.call(bytes, from, to);
}

/** Decodes UTF-8 bytes from `from` up to `to` (exclusive). */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return utf8Slice.call(bytes, from, to);
}

/** The bytes from `from` up to `to` (exclusive) as hex, two digits each. */
export function hexOf(bytes: Uint8Array, from: number, to: number): string {
  return hexSlice.call(bytes, from, to);
}

/** Whether both have the same length and the same bytes. */
export function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** The unsigned 32-bit little-endian number at offset `at`. */
export function numberAt(bytes: Uint8Array, at: number): number {
  const byte = (offset: number): number => bytes[at + offset] ?? 0;
  return byte(0) + byte(1) * 2 ** 8 + byte(2) * 2 ** 16 + byte(3) * 2 ** 24;
}
