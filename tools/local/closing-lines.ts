import type { Cloud } from '@sergi/emulator/cloud.ts';
import { defaultSite } from '../../shared/model/site/site.ts';

/**
 * The lines that `npm start` prints when it is ready: each address on a line of its own as `name: url`, then what each
 * is for.
 */
export const closingLines = (
  { url, apiUrl, storeUrl, issuerUrl }: Pick<Cloud, 'url' | 'apiUrl' | 'storeUrl' | 'issuerUrl'>,
  isFirstStart: boolean,
): string[] => [
  `api: ${url}`,
  `store: ${storeUrl}`,
  `issuer: ${issuerUrl}`,
  `origin: ${apiUrl}`,
  `openapi: ${url}/v1/openapi.json`,
  `console: ${url}/console`,
  `mail: ${issuerUrl}/mail`,
  ...defaultSite.locales.map((locale) => `pages-${locale}: ${url}/${locale}`),
  '',
  'api is for frontends and staff, and openapi describes each of its routes. Readers open the pages in a browser, staff the console: on this',
  'machine nobody needs a password for it, and mail shows what would have been sent to them. The store takes what a signed upload sends, and the issuer signs the tokens of staff.',
  'What readers get comes from a cache, as from CloudFront, and is forgotten as soon as it changes; origin is the API behind that cache.',
  ...(isFirstStart
    ? [
        'A sample is being filled in: twelve events are there, their pictures, two exhibitions and a competition follow within a minute.',
      ]
    : []),
  'A token, in another terminal: npm run -s token -- --role editor',
  'Ctrl-C stops it. The data stay, in .sergi/data or where SERGI_DATA says.',
];
