import { readPictureChanges } from '../../desk/uploads/picture-changes.ts';
import { pictureLocation } from '../../desk/uploads/pictures.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { linkTo } from '../../model/site/item-link.ts';
import type { Site } from '../../model/site/site.ts';
import { allowedDocuments } from '../files/allowed-documents.ts';
import { withFileTexts } from '../files/file-texts.ts';
import { linkErrors } from '../links/link-errors.ts';
import { textLinksOf } from '../links/text-links.ts';
import { eventAttentionErrors, mentionsOfEvent } from '../mentions/event-mentions.ts';
import { mentionErrors } from '../mentions/field-mentions.ts';
import type { ReadNames } from '../mentions/names-of-exhibitions.ts';
import { keptPictureErrors } from '../pictures/public-pictures.ts';
import { allowedPictures } from '../pictures/publish-pictures.ts';
import { countErrors, textPictureErrors, textPicturesOf } from '../pictures/text-pictures.ts';
import { endingPictures, wantedPictures } from '../pictures/wanted-pictures.ts';
import { publicationTimes, type RequestedTimes, seenFrom } from '../shared/publication-times.ts';
import { type EventDraft, keptLocales, picturesOfDraft, publicTexts } from './event-draft.ts';
import { validateEventForPublication } from './validate-event.ts';

/** For when an event is to be published, and for which site. */
export interface Examination {
  readonly request: RequestedTimes;
  readonly now: Date;
  readonly site: Site;
  /** Given where many drafts are examined. */
  readonly readNames?: ReadNames;
}

/** The languages of an event that are published where none is named: one that the site has no longer is left alone. */
export const chosenLocales = ({ event }: Pick<EventDraft, 'event'>, { locales }: Site): Locale[] =>
  Object.keys(event.translations).filter((locale) => locales.includes(locale));

/**
 * What a draft would be published as, and everything that keeps it from that: `nameErrors` say where its texts name
 * somebody whose name is withheld. Writes nothing.
 */
export const examineDraft = async (draft: EventDraft, { request, now, site, readNames }: Examination) => {
  const { event, edition, chosen } = draft;
  const before = edition?.publication;
  const { times, errors: timeErrors } = publicationTimes(request, {
    ...{ item: event, edition, kept: keptLocales(draft), now },
  });
  const planned = publicTexts(draft);
  const inTexts = textPicturesOf(planned.translations);
  const wanted = wantedPictures({ pictures: event.pictures, inTexts, chosen });
  const place = pictureLocation(event.id);
  // Before the permissions: whoever changes one from now on makes the transaction fail.
  const pictureChanges = wanted.length + event.files.length > 0 ? await readPictureChanges(place) : undefined;
  const { allowed, errors: pictureErrors } = await allowedPictures(wanted, before, { now, site });
  const { documents, errors: fileErrors } = await allowedDocuments(event, before, { now, site });
  const texts = await withFileTexts(planned);
  const mentions = await mentionsOfEvent(event, texts, { now, site, edition, ...(readNames && { readNames }) });
  const source = { ...linkTo(event), edition: (edition?.number ?? 0) + 1 };
  const errors = [
    ...validateEventForPublication(event, chosen, site),
    ...[...keptPictureErrors(picturesOfDraft(draft)), ...timeErrors, ...pictureErrors, ...fileErrors],
    ...textPictureErrors(inTexts.filter(({ locale }) => chosen.includes(locale))),
    ...countErrors(
      [...event.pictures, ...inTexts].map(({ uploadId }) => uploadId),
      inTexts[0]?.path ?? 'pictures',
    ),
    ...(await linkErrors(source, textLinksOf(texts.translations, chosen), seenFrom(times, now))),
  ];
  const nameErrors = [
    ...mentionErrors(mentions.found),
    ...(await eventAttentionErrors(event, texts, { now, edition })),
  ];
  const links = textLinksOf(texts.translations);
  // Of pictures that will be shown no more when readers see it first.
  const warnings = endingPictures(wanted, allowed, seenFrom(times, now), site);
  return {
    ...{ times, place, pictureChanges, wanted, allowed, documents, mentions, links, source },
    ...{ errors, nameErrors, warnings },
  };
};
