import type { AccessFault } from "../core/access-fault.ts";

/** The operating system's code of an error, such as `EIO`; empty where it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Why a journal cannot be read or written, as data; the words are the catalogue's. */
export class JournalAccessError extends Error {
  readonly fault: AccessFault;
  readonly path: string;
  /** The operating system's code, such as `EIO`; empty where it gave none. */
  readonly systemCode: string;

  constructor(fault: AccessFault, path: string, code: string) {
    super(`${path}: ${fault}`);
    this.fault = fault;
    this.path = path;
    this.systemCode = code;
  }
}
