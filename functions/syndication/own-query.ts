import { syndicatedQuery } from '../../shared/contract/syndication.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';

/**
 * What of a request's query names the feed, for the links in it: unchanged but for the language, which is spelled as
 * the site spells it. Parameters that other programs have added are left out, so that the same feed has one address.
 */
export const ownQuery = (query: string, locale: Locale): string =>
  query
    .split('&')
    .flatMap((pair) => {
      const [[name = '', value = ''] = []] = new URLSearchParams(pair);
      if (!Object.hasOwn(syndicatedQuery.shape, name)) return [];
      return [name === 'locale' && value !== locale ? `locale=${locale}` : pair];
    })
    .join('&');
