/** What the program wrote, as a text: it writes texts, or their bytes. */
export function asText(written: string | Uint8Array): string {
  return typeof written === "string" ? written : Buffer.from(written).toString("utf8");
}
