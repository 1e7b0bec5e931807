/** Put in by the build. */
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_VERSION__: string;
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_BUILD__: string;

/** The program's version, as package.json has it. */
export const VERSION = __IPPLAN_VERSION__;

/** Another one for every change of the program: what one build compiled is nothing to the next. */
export const BUILD = __IPPLAN_BUILD__;
