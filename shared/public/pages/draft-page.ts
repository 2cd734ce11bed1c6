import type { PublicEvent } from '../../contract/public.ts';
import type { Site } from '../../model/site.ts';
import { renderEvent } from './event-page.ts';
import type { Page } from './layout.ts';

/** A version of an event that is not published; it may have no category yet. */
type Draft = Omit<PublicEvent, 'category'> & { readonly category?: PublicEvent['category'] | undefined };

/** The page of an event as readers will get it, marked as a draft. Its pictures may come from the store, by signed addresses. */
export const draftPage = (draft: Draft, site: Site, now: Date): Page => {
  const [first] = draft.pictures[0]?.renditions ?? [];
  const pictures = first && new URL(first.url).origin;
  const { category = { slug: '', label: '' } } = draft;
  return renderEvent({ ...draft, category }, { related: [], site, now, draft: { pictures } });
};
