import { readEdition } from '../../desk/events/editions.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { readSite } from '../../desk/site/site.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import { hasEnded } from '../../model/exhibitions/exhibition-status.ts';
import type { Publication } from '../../model/publication/edition.ts';
import { slugsOf, visiblePublication } from '../../model/publication/publication.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { homePageUrl, publicPageUrl } from '../../showcase/store/page-urls.ts';

/** What is public of an event, or will be, and its address in each language. Throws 404 where nothing is. */
export const readEventPublication = async (
  id: string,
  now: Date,
): Promise<Publication & { readonly addresses: Readonly<Record<string, string>> }> => {
  await requireEvent(id);
  const [{ site }, edition] = await Promise.all([readSite(), readEdition(id)]);
  const publication = visiblePublication(edition?.publication);
  if (!publication || hasEnded(publication, now)) throw new NotFoundError(reason('eventNotPublic', { id }));
  const kind = itemKindOf(publication.content);
  const addresses = Object.entries(slugsOf(publication)).map(([locale, slug]) => [
    locale,
    publicPageUrl(kind, site, locale, slug) ?? homePageUrl(site, locale),
  ]);
  return { ...publication, addresses: Object.fromEntries(addresses) };
};
