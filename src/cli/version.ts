/** Put in by the build. */
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_VERSION__: string;

/** The program's version, as package.json has it. */
export const VERSION = __IPPLAN_VERSION__;
