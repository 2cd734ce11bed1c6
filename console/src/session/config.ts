/** Where the console signs in, as the deployment has written it beside the console. */
export interface Config {
  readonly issuer: string;
  readonly clientId: string;
  /** The address of the pages that people sign in on. */
  readonly signInUrl: string;
}

export const readConfig = async (): Promise<Config> => {
  const response = await fetch(`${import.meta.env.BASE_URL}config.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The configuration of the console was not found (${response.status}).`);
  return response.json();
};
