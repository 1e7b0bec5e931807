/** SHA-256 for the lines of journals. */
import { sha256 as hashInScript } from "@noble/hashes/sha2.js";

/** Up to this many hashes in a run, computing them in JavaScript is quicker than loading node:crypto. */
const FEW = 24;

let hashed = 0;

/** Says that about so many hashes follow: if they are many, not even the first ones are computed in JavaScript. */
export function expectHashes(count: number): void {
  if (hashed + count > FEW) hashed = FEW;
}

/** The hash of the bytes as 64 hex digits. */
export function sha256(bytes: Uint8Array): string {
  hashed += 1;
  if (hashed <= FEW) return Buffer.from(hashInScript(bytes)).toString("hex");
  // oxlint-disable-next-line no-restricted-globals -- loaded when it is needed, in the midst of reading
  return process.getBuiltinModule("node:crypto").hash("sha256", bytes);
}
