import * as oauth from 'oauth4webapi';
import { answerTo, stateBeside } from './beside.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';

/** The person has no session, or it has ended. */
export class SignedOutError extends Error {
  constructor() {
    super('signed out');
    this.name = 'SignedOutError';
  }
}

/** Somebody else has signed in than whose work is on the page. */
export class OtherPersonError extends Error {
  constructor() {
    super('another person');
    this.name = 'OtherPersonError';
  }
}

/** How long before the end of a token the session asks for another one, in milliseconds. */
const renewAhead = 5 * 60_000;

/**
 * What is kept in the tab: the refresh token; while a person signs in, what shows that the answer is to this tab's
 * question; and the last sign-out before that. The last one of all is kept in the browser, for every tab of it.
 */
const kept = {
  refreshToken: 'sergi.refresh-token',
  attempt: 'sergi.sign-in',
  signOut: 'sergi.sign-out',
} as const;

interface Attempt {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** The address to return to. */
  readonly path: string;
}

const newAttempt = (): Omit<Attempt, 'path'> => ({
  verifier: oauth.generateRandomCodeVerifier(),
  state: oauth.generateRandomState(),
  nonce: oauth.generateRandomNonce(),
});

interface Tokens {
  readonly access: string;
  readonly until: number;
}

/**
 * Signs people in by the pages of the user pool: the authorization code grant with PKCE (RFC 6749, RFC 7636). The
 * access token is in memory only; the refresh token stays in the tab, and each is used once. A sign-out holds for every
 * tab of the browser: the next person may sit down at any.
 */
export class Session {
  readonly #config: Config;
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;
  readonly #insecure: { readonly [oauth.allowInsecureRequests]?: boolean };
  readonly #redirectUri = `${location.origin}${import.meta.env.BASE_URL}`;
  #tokens: Tokens | undefined;
  #renewing: Promise<Tokens> | undefined;
  /** True once somebody else has signed in: the pages of the user pool would take them for the next one, too. */
  #mustAskWho = false;
  /** Ends the waiting for a tab in which somebody signs in. */
  #beside = new AbortController();

  constructor(config: Config) {
    const { issuer, clientId, signInUrl } = config;
    this.#config = config;
    this.#server = {
      issuer,
      authorization_endpoint: `${signInUrl}/oauth2/authorize`,
      token_endpoint: `${signInUrl}/oauth2/token`,
    };
    // In whole seconds, as tokens have them.
    const ahead = Math.round((now().getTime() - Date.now()) / 1000);
    this.#client = { client_id: clientId, [oauth.clockSkew]: ahead };
    // On one's own machine there is no TLS.
    this.#insecure = signInUrl.startsWith('http://127.0.0.1:') ? { [oauth.allowInsecureRequests]: true } : {};
    addEventListener('storage', ({ key }) => {
      if (key === kept.signOut && this.#tokens) this.#leave();
    });
    // A browser that goes back shows the page as the person has left it, with all that stood on it.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted && !this.isSignedIn) this.#leave();
    });
  }

  /**
   * Takes up the session of the tab, or completes a sign-in that Cognito's pages have led back from; gives the path to
   * show. Where there is neither, nobody has signed in: see `isSignedIn`.
   */
  async begin(): Promise<string | undefined> {
    const url = new URL(location.href);
    const attempt = sessionStorage.getItem(kept.attempt);
    if (attempt !== null && (url.searchParams.has('code') || url.searchParams.has('error'))) {
      sessionStorage.removeItem(kept.attempt);
      const { path, ...given }: Attempt = JSON.parse(attempt);
      await this.#exchange(url, given);
      return path;
    }
    if (this.#isSignedOut) this.#forget();
    if (sessionStorage.getItem(kept.refreshToken) !== null) await this.#renew().catch(() => {});
    return undefined;
  }

  /**
   * True where there are tokens, of whom the API says (`getMe`), and nobody has signed out in another tab since: at
   * once, though this tab is told of it a moment later.
   */
  get isSignedIn(): boolean {
    return this.#tokens !== undefined && !this.#isSignedOut;
  }

  /** Leads to the pages of the user pool, and from there back to the present address. */
  async signIn(): Promise<void> {
    const attempt: Attempt = { ...newAttempt(), path: `${location.pathname}${location.search}` };
    sessionStorage.setItem(kept.attempt, JSON.stringify(attempt));
    location.assign(await this.#pagesFor(attempt));
  }

  /**
   * Signs a person in again in a tab of its own: what is on this page stays, files on their way among it. Resolves to
   * false where the browser opens none; waits no longer once it is called again. Rejects with an
   * {@link OtherPersonError} where somebody else has signed in: nothing is sent in their name.
   */
  async signInBeside(person: string | undefined): Promise<boolean> {
    // Before anything is awaited: later, browsers take it for a window that nobody has asked for, and block it.
    const tab = window.open('', '_blank');
    if (!tab) return false;
    this.#beside.abort();
    this.#beside = new AbortController();
    const { state, ...attempt } = newAttempt();
    const given = { ...attempt, state: stateBeside(state) };
    const answer = answerTo(given.state, this.#beside.signal);
    tab.location.assign(await this.#pagesFor(given));
    await this.#exchange(new URL(await answer, this.#redirectUri), given, person);
    return true;
  }

  /** The pages of the user pool, for an attempt to sign in. */
  async #pagesFor({ verifier, state, nonce }: Omit<Attempt, 'path'>): Promise<URL> {
    const target = new URL(this.#server.authorization_endpoint ?? '');
    target.search = new URLSearchParams({
      client_id: this.#config.clientId,
      redirect_uri: this.#redirectUri,
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(this.#mustAskWho && { prompt: 'login' }),
    }).toString();
    return target;
  }

  /**
   * Ends the session, and that of the user pool's pages. Waits for `forget`, which deletes what the next person at this
   * browser must not find: code that asks `isSignedIn` before it keeps something keeps nothing any more.
   */
  async signOut(forget: () => Promise<unknown>): Promise<void> {
    this.#forget();
    localStorage.setItem(kept.signOut, crypto.randomUUID());
    await forget().catch(() => {});
    const target = new URL(`${this.#config.signInUrl}/logout`);
    target.search = new URLSearchParams({ client_id: this.#config.clientId, logout_uri: this.#redirectUri }).toString();
    location.assign(target);
  }

  /** True where the person has signed out, in this tab or another, since this one was signed in. */
  get #isSignedOut(): boolean {
    return localStorage.getItem(kept.signOut) !== sessionStorage.getItem(kept.signOut);
  }

  /** Forgets the tokens, and has the user pool take back the one that could renew them (RFC 7009). */
  #forget(): void {
    const token = sessionStorage.getItem(kept.refreshToken);
    sessionStorage.removeItem(kept.refreshToken);
    if (token !== null) {
      const { clientId, signInUrl } = this.#config;
      const body = new URLSearchParams({ token, client_id: clientId });
      // The page is being left, and needs no answer.
      fetch(`${signInUrl}/oauth2/revoke`, { method: 'POST', body, mode: 'no-cors', keepalive: true }).catch(() => {});
    }
    this.#tokens = undefined;
  }

  /**
   * Loads the page without the session. What is written and not saved stays on the device, as it does whenever a page
   * is left.
   */
  #leave(): void {
    this.#forget();
    location.reload();
  }

  /**
   * An access token that is good for five minutes at least, where another one can be had; another than the one that the
   * API has `refused`, which knows better than the clock of this machine. Rejects with a {@link SignedOutError}.
   */
  async token(refused?: string): Promise<string> {
    const tokens = this.#tokens?.access === refused ? undefined : this.#tokens;
    if (tokens && tokens.until - renewAhead > Date.now()) return tokens.access;
    try {
      return (await this.#renew()).access;
    } catch (error) {
      if (tokens && tokens.until > Date.now()) return tokens.access;
      throw error instanceof TypeError ? error : new SignedOutError();
    }
  }

  #renew(): Promise<Tokens> {
    this.#renewing ??= this.#askAgain().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #askAgain(): Promise<Tokens> {
    const refreshToken = sessionStorage.getItem(kept.refreshToken);
    if (refreshToken === null) throw new SignedOutError();
    const { None } = oauth;
    const response = await oauth.refreshTokenGrantRequest(
      this.#server,
      this.#client,
      None(),
      refreshToken,
      this.#insecure,
    );
    if (response.status === 400) sessionStorage.removeItem(kept.refreshToken);
    return this.#take(await oauth.processRefreshTokenResponse(this.#server, this.#client, response));
  }

  /** Takes the tokens that an answer of the user pool stands for; of nobody but `person`, where one is given. */
  async #exchange(url: URL, { verifier, state, nonce }: Omit<Attempt, 'path'>, person?: string): Promise<void> {
    const parameters = oauth.validateAuthResponse(this.#server, this.#client, url, state);
    const response = await oauth.authorizationCodeGrantRequest(
      ...([this.#server, this.#client, oauth.None(), parameters, this.#redirectUri, verifier] as const),
      this.#insecure,
    );
    const expected = { expectedNonce: nonce, requireIdToken: true };
    const tokens = await oauth.processAuthorizationCodeResponse(this.#server, this.#client, response, expected);
    // The API names a person alike.
    const isOther = person !== undefined && oauth.getValidatedIdTokenClaims(tokens)?.['cognito:username'] !== person;
    this.#mustAskWho = isOther;
    if (isOther) throw new OtherPersonError();
    this.#take(tokens);
    const signOut = localStorage.getItem(kept.signOut);
    if (signOut !== null) sessionStorage.setItem(kept.signOut, signOut);
  }

  #take({ access_token, refresh_token, expires_in = 3600 }: oauth.TokenEndpointResponse): Tokens {
    if (refresh_token !== undefined) sessionStorage.setItem(kept.refreshToken, refresh_token);
    this.#tokens = { access: access_token, until: Date.now() + expires_in * 1000 };
    return this.#tokens;
  }
}
