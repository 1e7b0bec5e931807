/** CI takes a share (SHARE=0.2) of what takes minutes; `npm run test:long` takes all of it. */
const SHARE = Number(process.env["SHARE"] ?? 1);

/** The share of so many rounds, records or cases. */
export function shareOf(all: number): number {
  return Math.ceil(all * SHARE);
}
