import { readEdition } from '../../desk/events/editions.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { visiblePublication } from '../../model/publication/publication.ts';
import type { ItemLink } from '../../model/site/item-link.ts';
import type { textLinksOf } from './text-links.ts';

/** What is public, or will be, of an event, an exhibition or a page: as far as links are concerned. */
interface LinkedPublication {
  readonly publishedAt: string;
  readonly unpublishAt?: string | undefined;
  readonly translations: Parameters<typeof textLinksOf>[0];
}

/**
 * The publication of an event, an exhibition or a page, read consistently; `undefined` if it has none in a language of
 * the site.
 */
export const readPublication = async ({ kind, id }: ItemLink): Promise<LinkedPublication | undefined> => {
  if (kind !== 'exhibition') {
    const edition = await readEdition(id);
    if ((edition?.kind ?? 'event') !== kind) return undefined;
    const publication = visiblePublication(edition?.publication);
    return publication && { ...publication, translations: publication.content.translations };
  }
  const publication = visiblePublication((await readExhibitionEdition(id))?.publication);
  return publication && { ...publication, translations: publication.content.translations };
};
