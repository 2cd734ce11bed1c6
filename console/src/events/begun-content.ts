import { contentKinds, itemKindOf } from '../../../shared/model/events/event-kind.ts';
import type { Site } from '../../../shared/model/site/site.ts';
import { type Content, emptyContent } from './content.ts';

/**
 * What is written before the first word, as the address that begins it says: its kind, and a section and a campaign
 * that the site has.
 */
export const begunContent = (search: URLSearchParams, site: Pick<Site, 'categories' | 'campaigns'>): Content => {
  const kind = contentKinds.find((one) => one === search.get('kind'));
  const content = kind ? { ...emptyContent, kind } : emptyContent;
  if (itemKindOf(content) !== 'event') return content;
  const known = (name: 'category' | 'campaign', all: readonly { readonly slug: string }[]) => {
    const found = all.find(({ slug }) => slug === search.get(name));
    return found && { [name]: found.slug };
  };
  return { ...content, ...known('category', site.categories), ...known('campaign', site.campaigns) };
};
