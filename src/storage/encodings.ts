/**
 * Guesses the encoding of a file that is not UTF-8. Messages present it as a guess. Only a file of rows is read in the
 * guessed encoding, and only if its head proves the guess.
 */
import { isUtf8 } from "node:buffer";
import type { ProblemDetails } from "../core/problem.ts";

type Guess = ProblemDetails["E-ENCODING"]["guess"];

/** Bytes looked at: enough to tell encodings apart, as the rest of a file is like its beginning. */
const SAMPLE = 64 * 1024;

/**
 * UTF-16 is recognized by its byte order mark or by zeros in every other byte. GB18030 and Big5 share most byte values, so
 * the one in which more characters are common ones wins; bytes that are not valid Big5 may still be GB18030, or else null.
 */
export function guessEncoding(bytes: Buffer): Guess {
  if (looksLikeUtf16(bytes)) return "UTF-16";
  const [gb, big5] = [everydayShare(bytes, isEverydayGb), everydayShare(bytes, isEverydayBig5)];
  if (big5 > gb && canDecode("big5", bytes)) return "Big5";
  return canDecode("gb18030", bytes) ? "GB18030" : null;
}

/** Whether the bytes look like UTF-16: in Latin text every other byte is zero, in Chinese text hardly any. */
export function looksLikeUtf16(bytes: Buffer): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return false;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // UTF-8 with a few zeros is damaged UTF-8, not another encoding.
  const least = isUtf8(bytes) ? 0.4 : 0.15;
  return Math.max(even, odd) > (sample.length / 2) * least && Math.min(even, odd) * 10 < Math.max(even, odd);
}

function canDecode(name: "gb18030" | "big5", bytes: Buffer): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The share of two-byte characters that are common ones, from 0 to 1. */
function everydayShare(bytes: Buffer, isEveryday: (lead: number, trail: number) => boolean): number {
  let [all, everyday] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, SAMPLE) - 1; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    all += 1;
    if (isEveryday(lead, trail)) everyday += 1;
    at += 1;
  }
  return all === 0 ? 0 : everyday / all;
}

/** Punctuation and the 3,755 characters of GB 2312's level 1. */
function isEverydayGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));
}

/** Punctuation and the 5,401 characters of Big5's level 1. */
function isEverydayBig5(lead: number, trail: number): boolean {
  const isTrail = (trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1;
  return isTrail && lead >= 0xa1 && lead <= 0xc6;
}
