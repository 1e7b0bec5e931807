/** A small client of the real yaml-language-server: the Language Server Protocol over standard input and output. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SERVER = join(
  createRequire(import.meta.url).resolve("yaml-language-server/package.json"),
  "../bin/yaml-language-server",
);

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The schema store is off, so that nothing is fetched: schemas come from the first line of each file. */
const SETTINGS = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false }, format: { enable: false } },
};

/** A server process with one workspace. */
export class LanguageServer {
  private readonly process: ChildProcessWithoutNullStreams;
  private buffer = Buffer.alloc(0);
  private lastId = 0;
  private readonly answers = new Map<number, (result: unknown) => void>();
  private readonly published = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();

  constructor() {
    this.process = spawn(process.execPath, [SERVER, "--stdio"], { stdio: "pipe" });
    this.process.stdout.on("data", (chunk: Buffer) => this.read(chunk));
    this.process.stderr.resume();
  }

  async start(folder: string): Promise<void> {
    const uri = pathToFileURL(folder).href;
    const capabilities = { workspace: { configuration: true }, textDocument: { completion: {}, hover: {} } };
    const workspaceFolders = [{ uri, name: "plan" }];
    await this.request("initialize", { processId: process.pid, rootUri: uri, workspaceFolders, capabilities });
    this.notify("initialized", {});
    this.notify("workspace/didChangeConfiguration", { settings: SETTINGS });
  }

  /** Opens a file with the text and returns its diagnostics. */
  async diagnose(path: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(path).href;
    const found = new Promise<readonly Diagnostic[]>((resolve) => {
      this.published.set(uri, resolve);
    });
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    const diagnostics = await found;
    this.published.delete(uri);
    return diagnostics;
  }

  /** The completion labels at a position in an opened file. */
  async complete(path: string, position: Position): Promise<string[]> {
    const result = await this.request("textDocument/completion", this.at(path, position));
    const list = result as { items?: { label: string }[] } | { label: string }[] | null;
    return (Array.isArray(list) ? list : (list?.items ?? [])).map(({ label }) => label);
  }

  async hover(path: string, position: Position): Promise<string> {
    const result = (await this.request("textDocument/hover", this.at(path, position))) as {
      contents: { value: string } | string;
    } | null;
    const contents = result?.contents ?? "";
    return typeof contents === "string" ? contents : contents.value;
  }

  async stop(): Promise<void> {
    await this.request("shutdown", null);
    const ended = new Promise((resolve) => {
      this.process.once("exit", resolve);
    });
    this.notify("exit", null);
    await ended;
  }

  private at(path: string, position: Position): unknown {
    return { textDocument: { uri: pathToFileURL(path).href }, position };
  }

  private async request(method: string, params: unknown): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    const answer = new Promise<unknown>((resolve) => {
      this.answers.set(id, resolve);
    });
    this.send({ id, method, params });
    return answer;
  }

  private notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const end = this.buffer.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end < 0 || this.buffer.length < end + 4 + length) return;
      const message = JSON.parse(this.buffer.subarray(end + 4, end + 4 + length).toString()) as Message;
      this.buffer = this.buffer.subarray(end + 4 + length);
      this.take(message);
    }
  }

  private take({ id, method, params, result }: Message): void {
    if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.published.get(decodeURI(uri))?.(diagnostics);
      this.published.get(uri)?.(diagnostics);
    } else if (method === "workspace/configuration" && id !== undefined) {
      const { items } = params as { items: { section?: string }[] };
      this.send({ id, result: items.map(({ section }) => (section === "yaml" ? SETTINGS.yaml : {})) });
    } else if (method !== undefined && id !== undefined) this.send({ id, result: null });
    else if (id !== undefined) this.answers.get(id)?.(result);
  }
}
