import type { StaffExhibition } from '../../../shared/contract/staff/exhibition-schemas.ts';
import { readJuryNumbers } from '../../../shared/desk/juries/jury-numbers.ts';
import { actorKindOf, isEditor, isExhibitionActionAllowed } from '../../../shared/desk/store/permissions.ts';
import type { Call } from '../../../shared/http/serve.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import { exhibitionStatusAt } from '../../../shared/model/exhibitions/exhibition-status.ts';
import { outdatedLocales } from '../../../shared/model/languages/outdated-locales.ts';
import { isBlind } from '../../../shared/model/staff/permissions.ts';
import { rewordErrors } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { displayTitle } from '../events/display-title.ts';

/**
 * An exhibition as the person who calls sees it, without a selection that is blind. The API says why it could not be
 * published to callers alone who may read where texts name people, as the check before a publication does.
 */
export const toStaffExhibition = (whole: Exhibition, call: Call): StaffExhibition => {
  const { published: stored, publishing, rating, ...exhibition } = whole;
  const { now, language } = call;
  const mayReadErrors = isExhibitionActionAllowed(
    'readMentions',
    whole,
    actorKindOf(actorOf(call), exhibition.createdBy),
  );
  const status = exhibitionStatusAt(exhibition, now);
  // Nothing of a publication is public after its end.
  const published = status === 'withdrawn' ? undefined : stored;
  return {
    ...withoutBlindSelection(exhibition, rating),
    status,
    ...(rating && { rating: withoutDraw(rating) }),
    displayTitle: displayTitle(exhibition.translations),
    hasUnpublishedChanges: published !== undefined && published.version !== exhibition.version,
    publishedLocales: published?.locales ?? [],
    outdatedLocales: outdatedLocales(exhibition),
    ...(publishing && {
      publishing: {
        requestedAt: publishing.requestedAt,
        ...(publishing.errors && { errors: mayReadErrors ? rewordErrors(publishing.errors, language) : [] }),
      },
    }),
  };
};

const withoutDraw = ({ draw: _, ...rating }: NonNullable<Exhibition['rating']>) => rating;

const withoutBlindSelection = (
  exhibition: Omit<Exhibition, 'published' | 'publishing' | 'rating'>,
  rating: Exhibition['rating'],
) => {
  const { selection: _, ...others } = exhibition;
  return isBlind({ ...exhibition, rating }) ? others : exhibition;
};

/**
 * An answer with an exhibition, and the version of it as ETag. To editors it gives a blind selection by the numbers of
 * the jury: ids would reveal which number is whose.
 */
export const toExhibitionResponse = async (exhibition: Exhibition, call: Call) => {
  const { selection } = exhibition;
  const body = toStaffExhibition(exhibition, call);
  const headers = { etag: `"${exhibition.version}"` };
  if (!selection || !isBlind(exhibition) || !isEditor(actorOf(call))) return { body, headers };
  const { artworkIds, ...decision } = selection;
  const numbers = await readJuryNumbers(exhibition);
  return {
    body: { ...body, selection: { ...decision, numbers: artworkIds.flatMap((id) => numbers.get(id) ?? []) } },
    headers,
  };
};
