import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { readSite } from '../../desk/site/site.ts';
import type { ExhibitionPublication } from '../../model/exhibitions/exhibition-edition.ts';
import { hasEnded } from '../../model/exhibitions/exhibition-status.ts';
import { slugsOf, visiblePublication } from '../../model/publication/publication.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { exhibitionPageUrl } from '../../showcase/store/page-urls.ts';

/** What is public of an exhibition, or will be, and its address in each language. Throws 404 where nothing is. */
export const readExhibitionPublication = async (
  id: string,
  now: Date,
): Promise<ExhibitionPublication & { readonly addresses: Readonly<Record<string, string>> }> => {
  await requireExhibition(id);
  const [{ site }, edition] = await Promise.all([readSite(), readExhibitionEdition(id)]);
  const publication = visiblePublication(edition?.publication);
  if (!publication || hasEnded(publication, now)) throw new NotFoundError(reason('exhibitionNotPublic', { id }));
  const addresses = Object.entries(slugsOf(publication)).map(([locale, slug]) => [
    locale,
    exhibitionPageUrl(site, locale, slug),
  ]);
  return { ...publication, addresses: Object.fromEntries(addresses) };
};
