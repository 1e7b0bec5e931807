/** SHA-256 of the lines of journals. */
import { sha256 as hashInScript } from "@noble/hashes/sha2.js";

/** To load node:crypto takes longer than to hash so many lines without it. */
const FEW = 24;

let hashed = 0;

/** The hash of the bytes, in 64 hex digits. The first few in a run by a small library, all others by Node.js itself. */
export function sha256(bytes: Uint8Array): string {
  hashed += 1;
  if (hashed <= FEW) return Buffer.from(hashInScript(bytes)).toString("hex");
  // oxlint-disable-next-line no-restricted-globals -- loaded when it is needed, in the midst of reading
  return process.getBuiltinModule("node:crypto").hash("sha256", bytes);
}
