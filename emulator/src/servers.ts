import { listen, type PromptHandler } from './http.ts';

/** The servers of the emulator: the public address, the API behind the CDN, and the AWS endpoint. */
export type ServerName = 'front' | 'api' | 'store';

/** Open servers, which close every connection until they are given their handlers. */
export interface Servers {
  readonly urls: Readonly<Record<ServerName, string>>;
  serve(handlers: Readonly<Record<ServerName, PromptHandler>>): void;
  close(): Promise<void>;
}

/** The limit of API Gateway, in bytes. */
const apiLimit = 10 * 1024 * 1024;

/**
 * Opens the servers before their handlers exist, since functions need the addresses. Rejects where a port is taken; any
 * free one is used where none is given.
 */
export const openServers = async (
  ports: { readonly front?: number; readonly api?: number; readonly store?: number },
  report: (error: unknown) => void,
): Promise<Servers> => {
  let serving: Partial<Record<ServerName, PromptHandler>> = {};
  const opened: Awaited<ReturnType<typeof listen>>[] = [];
  const close = async (): Promise<void> => {
    for (const listener of opened.splice(0).reverse()) await listener.close();
  };
  const open = async (name: ServerName, port?: number, limit?: number): Promise<string> => {
    const listener = await listen((request) => serving[name]?.(request) ?? 'reset', { port, limit, report });
    opened.push(listener);
    return listener.url;
  };
  try {
    const front = await open('front', ports.front, apiLimit);
    const api = await open('api', ports.api, apiLimit);
    const store = await open('store', ports.store);
    return {
      urls: { front, api, store },
      serve: (handlers) => {
        serving = handlers;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
