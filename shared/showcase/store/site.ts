import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { defaultSite, type Site, siteSchema } from '../../model/site.ts';
import { projectedJson } from './projection.ts';
import { siteKey } from './site-keys.ts';

/** How long a function trusts the settings that it has read, in milliseconds of a clock that nobody sets. */
const trusted = 10_000;

let held: { readonly site: Promise<Site>; readonly until: number } | undefined;

/** The settings as the public reads them; read at most once in ten seconds, whoever asks. */
export const readPublicSite = (): Promise<Site> => {
  if (held && performance.now() < held.until) return held.site;
  const reading = { site: read(), until: performance.now() + trusted };
  held = reading;
  reading.site.catch(() => {
    if (held === reading) held = undefined;
  });
  return reading.site;
};

const read = async (): Promise<Site> => {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: env.showcaseTable, Key: siteKey }));
  return Item?.site?.S ? projectedJson(siteSchema, Item.site) : defaultSite;
};
