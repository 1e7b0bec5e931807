/** Program output as a string: the program writes strings or UTF-8 bytes. */
export function asText(written: string | Uint8Array): string {
  return typeof written === "string" ? written : Buffer.from(written).toString("utf8");
}
