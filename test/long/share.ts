/** CI runs a share (`SHARE=0.2`) of the tests that take minutes; `npm run test:long` runs all. */
const SHARE = Number(process.env["SHARE"] ?? 1);

/** The share of that many rounds, records or cases, rounded up. */
export function shareOf(all: number): number {
  return Math.ceil(all * SHARE);
}
