import { isWithin, type ReadAt, readNow } from '../../aws/read-at.ts';
import { getItem } from '../../aws/table.ts';
import { defaultSite, type Site, siteSchema } from '../../model/site/site.ts';
import { projectedJson } from './projection.ts';
import { siteKey } from './site-keys.ts';
import { showcaseTable } from './table.ts';

/** How long a function trusts the settings that it has read, in milliseconds. */
const trusted = 10_000;

let held: { readonly site: Promise<Site>; readonly at: ReadAt } | undefined;

/** The settings as the public reads them; a function reads them at most once in ten seconds. */
export const readPublicSite = (): Promise<Site> => {
  if (held && isWithin(trusted, held.at)) return held.site;
  const reading = { site: read(), at: readNow() };
  held = reading;
  reading.site.catch(() => {
    if (held === reading) held = undefined;
  });
  return reading.site;
};

const read = async (): Promise<Site> => {
  const item = await getItem(showcaseTable, siteKey);
  return item?.site?.S ? projectedJson(siteSchema, item.site) : defaultSite;
};
