import type { EventContent } from '../../model/events/event.ts';
import type { ArchiveLine } from '../../model/publication/archive.ts';
import { linkTo } from '../../model/site/item-link.ts';
import type { Site } from '../../model/site/site.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { linkErrors } from '../links/link-errors.ts';
import { textLinksOf } from '../links/text-links.ts';
import { seenFrom } from '../shared/publication-times.ts';
import { publicationOf } from './publication-of.ts';

/** What the publication of a line would refuse of the links by id in its texts: a dry run publishes nothing. */
export const linkErrorsOfLine = (
  id: string,
  { item, content }: { readonly item: ArchiveLine; readonly content: EventContent },
  site: Site,
  now: Date,
): Promise<readonly FieldError[]> => {
  const { publishAt = '' } = publicationOf(item, [], site);
  const from = seenFrom({ publishedAt: publishAt }, now);
  return linkErrors(linkTo({ ...content, id }), textLinksOf(content.translations), from);
};
