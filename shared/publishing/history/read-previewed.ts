import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { readPreviewByToken } from '../../desk/history/previews.ts';
import { readRevision } from '../../desk/history/revisions.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { EventRevision, ExhibitionRevision } from '../../model/publication/revision.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { hasRefusedPicture } from '../events/has-refused-picture.ts';

/** What a preview link shows: a version in a language; of an exhibition beside it the one that has its entries now. */
type Previewed = { readonly locale: Locale } & (
  | { readonly kind: 'event'; readonly revision: EventRevision }
  | { readonly kind: 'exhibition'; readonly revision: ExhibitionRevision; readonly exhibition: Exhibition }
);

/** What a preview link shows: 404 where the link shows nothing any more. */
export const readPreviewed = async (token: string, now: Date): Promise<Previewed> => {
  const previewed = await find(token, now);
  if (!previewed) throw new NotFoundError(reason('previewLinkInvalid'));
  return previewed;
};

const find = async (token: string, now: Date): Promise<Previewed | undefined> => {
  const preview = await readPreviewByToken(token, now);
  if (!preview) return undefined;
  const { item, version, locale } = preview;
  const { id } = item;
  if (item.kind === 'event') {
    const revision = await readRevision({ kind: 'event', id }, version);
    return revision && !(await hasRefusedPicture(revision.event, now))
      ? { kind: 'event', revision, locale }
      : undefined;
  }
  const [revision, exhibition] = [await readRevision({ kind: 'exhibition', id }, version), await readExhibition(id)];
  if (!revision || !exhibition || (await hasRefusedPicture(revision.exhibition, now))) return undefined;
  return { kind: 'exhibition', revision, exhibition, locale };
};
