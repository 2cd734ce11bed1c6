/**
 * `npm run -s sign-in -- https://site`: signs in by the browser, as the console does, and prints a token for the other
 * commands and nothing else. It is good for an hour and kept nowhere: `export SERGI_TOKEN=$(npm run -s sign-in --
 * https://site)`.
 */
import { say, sayError } from './command/command-words.ts';
import { isWebAddress } from './command/web-address.ts';
import { localSite } from './local/local-site.ts';
import { signInByBrowser } from './staff/sign-in-by-browser.ts';

const usage = say('usage', { usage: 'npm run -s sign-in -- https://site' });

const run = async (): Promise<string> => {
  const [given, ...others] = process.argv.slice(2);
  if (others.length > 0 || given?.startsWith('-')) throw new Error(usage);
  const site = given ?? (process.env.SERGI_URL || (await localSite())?.url);
  if (!site || !isWebAddress(site)) throw new Error(usage);
  return signInByBrowser(site.replace(/\/$/, ''));
};

run().then(
  (token) => {
    console.log(token);
    process.exit(0);
  },
  (error: Error) => {
    console.error(sayError(error));
    process.exit(error.message === usage ? 2 : 1);
  },
);
