import { connect, type Socket } from 'node:net';
import type { HttpRequest } from '../http.ts';
import { region } from '../template/identity.ts';
import { type EngineResponse, parseResponse } from './engine-response.ts';

export type EngineRequest = Pick<HttpRequest, 'headers' | 'body'>;

/** The headers of a request but its target. An engine requires a signature, but accepts any. */
export const unsignedHeaders = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
} as const;

/** The headers that an engine reads. The client's others would only be parsed for nothing. */
const forwarded = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization'];

/** A connection to an engine, which carries one request at a time. */
class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #waiting: { resolve(response: EngineResponse): void; reject(error: Error): void } | undefined;
  isReused = false;

  constructor(port: number, closed: () => void) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#read(chunk));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => {
      closed();
      this.#fail(Object.assign(new Error('The engine has closed the connection'), { code: 'ECONNRESET' }));
    });
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }

  #read(chunk: Buffer): void {
    this.#received.push(chunk);
    const response = parseResponse(this.#received.length === 1 ? chunk : Buffer.concat(this.#received));
    if (!response) return;
    this.#received = [];
    // A process that has nothing else to do may end.
    this.#socket.unref();
    this.isReused = true;
    this.#waiting?.resolve(response);
    this.#waiting = undefined;
  }

  ask({ headers, body = Buffer.alloc(0) }: EngineRequest): Promise<EngineResponse> {
    const lines = forwarded.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}\r\n`]));
    const head = `POST / HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`;
    this.#socket.ref();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body]));
    });
  }
}

/** How many connections are open to an engine at most. */
const mostOpen = 64;

/** The connections to an engine on this machine. They stay open: to open one takes longer than to ask. */
class Connections {
  readonly #port: number;
  readonly #idle: Connection[] = [];
  readonly #queue: ((connection: Connection) => void)[] = [];
  #open = 0;

  constructor(origin: string) {
    this.#port = Number(new URL(origin).port);
  }

  #take(): Connection | Promise<Connection> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#open < mostOpen) return this.#connect();
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #connect(): Connection {
    this.#open += 1;
    const connection = new Connection(this.#port, () => {
      this.#open -= 1;
      const at = this.#idle.indexOf(connection);
      if (at >= 0) this.#idle.splice(at, 1);
      this.#queue.shift()?.(this.#connect());
    });
    return connection;
  }

  async ask(request: EngineRequest): Promise<EngineResponse> {
    const connection = await this.#take();
    try {
      const response = await connection.ask(request);
      const next = this.#queue.shift();
      if (next) next(connection);
      else this.#idle.push(connection);
      return response;
    } catch (error) {
      // The engine has closed an idle connection at the moment of reuse: it has not seen the request.
      const isBrokenOff = error instanceof Error && 'code' in error && /ECONNRESET|EPIPE/.test(String(error.code));
      if (isBrokenOff && connection.isReused) return this.ask(request);
      throw error;
    }
  }
}

const engines = new Map<string, Connections>();

/**
 * Sends a request to an engine on this machine and reads the answer as a whole. Node's own client would take several
 * times as long for it, and most of what functions do is to call the engine.
 */
export const askEngine = (origin: string, request: EngineRequest): Promise<EngineResponse> => {
  let connections = engines.get(origin);
  if (!connections) {
    connections = new Connections(origin);
    engines.set(origin, connections);
  }
  return connections.ask(request);
};
