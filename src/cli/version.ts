/** Replaced by the build. */
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_VERSION__: string;

/** The program's version, from package.json. */
export const VERSION = __IPPLAN_VERSION__;
