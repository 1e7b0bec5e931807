import type { AccessFault } from "../core/access-fault.ts";

/** The operating system's error code, such as `EIO`; empty if there is none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Why a journal cannot be read or written, as data; the catalogue has the words. */
export class JournalAccessError extends Error {
  readonly fault: AccessFault;
  readonly path: string;
  /** The operating system's error code, such as `EIO`; empty if there is none. */
  readonly systemCode: string;

  constructor(fault: AccessFault, path: string, code: string) {
    super(`${path}: ${fault}`);
    this.fault = fault;
    this.path = path;
    this.systemCode = code;
  }
}
