import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import * as oauth from 'oauth4webapi';
import * as z from 'zod';
import { loopbackPorts, loopbackUrl } from '../../shared/model/site/loopback-ports.ts';
import { commandLanguage } from '../command/command-language.ts';
import { say } from '../command/command-words.ts';

/** What the deployment has written beside the console. */
const configSchema = z.object({ issuer: z.url(), clientId: z.string(), signInUrl: z.url() });

const readConfig = async (site: string): Promise<z.output<typeof configSchema>> => {
  const response = await fetch(`${site}/console/config.json`).catch((cause) => {
    throw new Error(say('noAnswer', { host: new URL(site).host }), { cause });
  });
  const config = configSchema.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !config.success) throw new Error(say('noConsole', { site }));
  return config.data;
};

const listen = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, 'localhost', () => resolve(true));
  });

/** How long the person may take, in milliseconds. */
const signInTimeoutMs = 10 * 60_000;

/**
 * Serves the address that the pages for signing in lead back to; gives the first request that brings an answer of
 * theirs.
 */
const awaitReturn = async (): Promise<{ readonly redirectUri: string; readonly returned: Promise<URL> }> => {
  for (const port of loopbackPorts) {
    const server = createServer();
    if (!(await listen(server, port))) continue;
    const redirectUri = loopbackUrl(port);
    const returned = new Promise<URL>((resolve, reject) => {
      setTimeout(() => reject(new Error(say('signInTimeout'))), signInTimeoutMs).unref();
      server.on('request', (request, response) => {
        const url = new URL(request.url ?? '/', redirectUri);
        const isAnswer = url.searchParams.has('code') || url.searchParams.has('error');
        response.writeHead(isAnswer ? 200 : 404, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'",
          'cache-control': 'no-store',
          connection: 'close',
        });
        const text = isAnswer ? say('goBackToTerminal') : '';
        response.end(
          `<!doctype html><html lang="${commandLanguage()}"><title>Sergi</title><p>${text}</p></html>`,
          () => {
            if (!isAnswer) return;
            server.close();
            resolve(url);
          },
        );
      });
    });
    return { redirectUri, returned };
  }
  throw new Error(say('portsTaken', { ports: loopbackPorts.join(', ') }));
};

/** Opens an address in the person's browser; where that fails, they have it on the screen. */
const openBrowser = (url: string): void => {
  const programs: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer' };
  const program = process.env.BROWSER || (programs[process.platform] ?? 'xdg-open');
  spawn(program, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
};

/**
 * An access token of the person who signs in on the pages of the site's user pool: the authorization code grant with
 * PKCE, led back to a port of this machine (RFC 8252).
 */
export const signInByBrowser = async (site: string): Promise<string> => {
  const { issuer, clientId, signInUrl } = await readConfig(site);
  const server: oauth.AuthorizationServer = { issuer, token_endpoint: `${signInUrl}/oauth2/token` };
  const client: oauth.Client = { client_id: clientId };
  const { redirectUri, returned } = await awaitReturn();
  const [verifier, state, nonce] = [
    oauth.generateRandomCodeVerifier(),
    oauth.generateRandomState(),
    oauth.generateRandomNonce(),
  ];
  const target = new URL(`${signInUrl}/oauth2/authorize`);
  target.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  }).toString();
  console.error(say('signInAt', { url: target.href }));
  openBrowser(target.href);
  const parameters = oauth.validateAuthResponse(server, client, await returned, state);
  // On one's own machine there is no TLS.
  const insecure = signInUrl.startsWith('http://127.0.0.1:') ? { [oauth.allowInsecureRequests]: true } : {};
  const response = await oauth.authorizationCodeGrantRequest(
    ...([server, client, oauth.None(), parameters, redirectUri, verifier] as const),
    insecure,
  );
  const expected = { expectedNonce: nonce, requireIdToken: true };
  return (await oauth.processAuthorizationCodeResponse(server, client, response, expected)).access_token;
};
