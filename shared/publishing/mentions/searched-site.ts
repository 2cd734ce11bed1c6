import { readSite, siteVersionCheck } from '../../desk/site/site.ts';
import type { SearchedItem } from './searched-item.ts';
import { comparedSite } from './site-mentions.ts';

/** The settings of the site with their texts, which stand on every page. */
export const readSearchedSite = async (): Promise<SearchedItem> => {
  const version = await readSite();
  const { site, updatedBy = '' } = version;
  return {
    ...comparedSite(site),
    publicFields: [],
    isPublic: true,
    titles: Object.fromEntries(Object.entries(site.title).map(([locale, title]) => [locale, { title }])),
    updatedBy,
    relationTo: () => 'elsewhere',
    again: readSearchedSite,
    check: siteVersionCheck(version),
  };
};
