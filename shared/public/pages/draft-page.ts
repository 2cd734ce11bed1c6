import type { PublicEvent } from '../../contract/public-schemas.ts';
import type { ContentKind } from '../../model/events/event-kind.ts';
import type { Notice } from '../../model/events/notice.ts';
import type { Picture } from '../../model/files/picture.ts';
import type { Site } from '../../model/site/site.ts';
import type { TextBody } from '../text-body.ts';
import { editorsPage } from './editors-page.ts';
import { renderEvent } from './event-page.ts';
import { exhibitionPage, type PagedExhibition } from './exhibition-page.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { html } from './markup/html.ts';

/** A version of an event, a page or a notice that is not published; it may have no category yet. */
type Draft = Omit<PublicEvent, 'category' | 'kind'> & {
  readonly kind: ContentKind;
  readonly category?: PublicEvent['category'] | undefined;
  readonly notice?: Notice | undefined;
  readonly pageBody: TextBody;
  /** It has never been public. */
  readonly isNew: boolean;
};

/** A notice above nothing else. */
const noticeDraft = ({ id, locale, title, summary, notice, publishedAt }: Draft, site: Site): Page => {
  const entry = { id, level: notice?.level, url: notice?.url, publishedAt };
  const texts = { [locale]: { title, ...(summary && { summary }) } };
  const frame = { pages: [], notices: [{ ...entry, texts }] };
  return renderLayout({ ...site, frame }, { locale, title, main: html``, draft: { pictures: undefined } });
};

/** Where a picture comes from, which the policy of the page must allow. */
const originOf = (picture: Pick<Picture, 'renditions'> | undefined): string | undefined => {
  const [first] = picture?.renditions ?? [];
  return first && new URL(first.url).origin;
};

/**
 * The page of an event as readers will get it, marked as a draft. Its pictures may come from the store, by signed
 * addresses.
 */
export const draftPage = (draft: Draft, site: Site, now: Date): Page => {
  const pictures = originOf([...draft.pictures, ...draft.pageBody.pictures][0]);
  const { kind, isNew, category = { slug: '', label: '' } } = draft;
  if (kind === 'notice') return noticeDraft(draft, site);
  if (kind === 'page') return editorsPage(draft, site, { pictures });
  return renderEvent({ ...draft, kind, category }, { related: [], site, now, draft: { pictures, isNew } });
};

/** The page of an exhibition as readers will get it, marked as a draft. */
export const exhibitionDraftPage = (
  { isNew, ...exhibition }: Omit<PagedExhibition, 'draft'> & Pick<Draft, 'isNew'>,
  site: Site,
): Page => {
  const { artworks, pictures, pageBody } = exhibition;
  const [first] = [...artworks.map(({ image }) => image), ...pictures, ...pageBody.pictures];
  return exhibitionPage({ ...exhibition, draft: { pictures: originOf(first), isNew } }, [], site);
};
