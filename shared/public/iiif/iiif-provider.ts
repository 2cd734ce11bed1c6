import type { ResourceProvider } from '@iiif/presentation-3';
import { env } from '../../aws/environment.ts';
import type { Site } from '../../model/site/site.ts';
import type { Homepage } from './iiif-homepage.ts';
import { inLanguages, languagesOf } from './iiif-language.ts';

/** The institution as the provider of a resource in IIIF, by the site's title and address. */
export const providerOf = (site: Site): ResourceProvider => {
  const id = env.publicUrl;
  const language = languagesOf(site.title, site);
  const label = inLanguages(language, (locale) => site.title[locale]) ?? { none: [id] };
  // With a slash, since clients store resources by id, and this is not the institution's.
  const homepage: Homepage = { id: `${id}/`, type: 'Text', label, language };
  return { id, type: 'Agent', label, homepage: [homepage] };
};
