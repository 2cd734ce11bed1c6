import { setClock } from './clock.ts';

/** Where the console signs in, as the deployment has written it beside the console. */
export interface Config {
  readonly issuer: string;
  readonly clientId: string;
  /** The address of the pages that people sign in on. */
  readonly signInUrl: string;
}

/** Reads where to sign in, and sets the clock by the answer. */
export const readConfig = async (): Promise<Config> => {
  const response = await fetch(`${import.meta.env.BASE_URL}config.json`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The configuration of the console was not found (${response.status}).`);
  setClock(response);
  return response.json();
};
