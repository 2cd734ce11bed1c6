import type { PublicEvent } from '../../contract/public.ts';
import type { Site } from '../../model/site.ts';
import type { TextBody } from '../text-body.ts';
import { renderEvent } from './event-page.ts';
import type { Page } from './layout.ts';

/** A version of an event that is not published; it may have no category yet. */
interface Draft extends Omit<PublicEvent, 'category'> {
  readonly category?: PublicEvent['category'] | undefined;
  readonly pageBody: TextBody;
}

/** The page of an event as readers will get it, marked as a draft. Its pictures may come from the store, by signed addresses. */
export const draftPage = (draft: Draft, site: Site, now: Date): Page => {
  const [picture] = [...draft.pictures, ...draft.pageBody.pictures];
  const [first] = picture?.renditions ?? [];
  const pictures = first && new URL(first.url).origin;
  const { category = { slug: '', label: '' } } = draft;
  return renderEvent({ ...draft, category }, { related: [], site, now, draft: { pictures } });
};
