import { requireEnv } from '../aws/environment.ts';
import type { Locale } from '../domain/locale.ts';
import { publishedPrefix } from '../media/keys.ts';

/** Where an event can be read in one language. */
export const eventUrl = (locale: Locale, slug: string): string =>
  `${requireEnv('PUBLIC_URL')}/v1/events/${slug}?locale=${locale}`;

/** Below which address the renditions of a published image lie. */
export const mediaUrl = (media: string): string => `${requireEnv('PUBLIC_URL')}/${publishedPrefix}${media}`;
