import type * as z from 'zod';
import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import type { consentEntrySchema } from '../../../shared/contract/staff/consent.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import {
  type FoundEntry,
  findEntriesByConsent,
  findEntriesByName,
  recordNameSearch,
} from '../../../shared/desk/consent/find-entries.ts';
import { readExhibitionEdition } from '../../../shared/desk/exhibitions/exhibition-editions.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { fromNumberCursor, fromWalkCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Site } from '../../../shared/model/site/site.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { type FoundMention, findMentionsOfName } from '../../../shared/publishing/consent/find-mentions.ts';
import { nameFinder } from '../../../shared/publishing/consent/name-finder.ts';
import { InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { displayTitle } from '../events/display-title.ts';
import { toStaffArtwork } from '../exhibitions/staff-artwork.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** How many entries an answer has. */
const pageSize = 50;

export const lookUpConsents: StaffHandlers['lookUpConsents'] = async ({ body: { name, filter, cursor } }, call) => {
  const { site } = await readSite();
  const actor = actorOf(call);
  if ((name === undefined) === (filter === undefined)) {
    throw new InvalidInputError([fieldError('body', 'exactlyOneOf', { fields: ['name', 'filter'] })]);
  }
  const list = `CONSENTS#${JSON.stringify({ name, filter })}`;
  const from = fromNumberCursor(list, cursor) ?? 0;
  const { entries, hidden } =
    filter === undefined
      ? await findEntriesByName(name ?? '', actor)
      : await findEntriesByConsent(filter, dayOf(call.now.toISOString(), site.timeZone), actor);
  const to = from + pageSize;
  return {
    body: {
      items: await toConsentEntries(entries.slice(from, to), site, call),
      hidden: hidden.map(({ id, translations }) => ({ id, displayTitle: displayTitle(translations) })),
      ...(entries.length > to && { nextCursor: toCursor(list, String(to)) }),
    },
  };
};

/** How many exhibitions are asked at the same time what they show. */
const concurrency = 8;

const toConsentEntries = async (
  entries: readonly FoundEntry[],
  site: Site,
  call: Call,
): Promise<z.input<typeof consentEntrySchema>[]> => {
  const uploads = await readUploads(entries.flatMap(({ artwork }) => artwork.uploadId ?? []));
  const exhibitions = [...new Set(entries.map(({ exhibition }) => exhibition.id))];
  const shown = new Set(
    (
      await mapWithConcurrency(
        exhibitions,
        concurrency,
        async (id) => (await readExhibitionEdition(id))?.publication?.artworkIds ?? [],
      )
    ).flat(),
  );
  return Promise.all(
    entries.map(async ({ exhibition, artwork }) => {
      const upload = uploads.get(artwork.uploadId ?? '');
      return {
        ...(await toStaffArtwork(artwork, { exhibition, upload, site, call, isLookedUp: true }, true)),
        exhibitionTitle: displayTitle(exhibition.translations),
        isPublic: shown.has(artwork.id),
      };
    }),
  );
};

export const toNamingTexts = (mentions: readonly FoundMention[]) =>
  mentions.map(({ place, match, isPublic, item: { exhibitionId, titles } }) => ({
    ...{ place, match, isPublic, displayTitle: displayTitle(titles) },
    ...(exhibitionId && { exhibitionId }),
  }));

export const lookUpNamingTexts: StaffHandlers['lookUpNamingTexts'] = async ({ body: { name, cursor } }, call) => {
  const list = `NAMING-TEXTS#${name}`;
  const actor = actorOf(call);
  const after = fromWalkCursor(list, cursor);
  // With a cursor, too: whoever knows how they are made begins with one.
  await recordNameSearch(actor);
  const { mentions, uploads, last } = await findMentionsOfName(nameFinder(name), after, actor);
  return {
    body: {
      texts: toNamingTexts(mentions),
      files: uploads.map(({ id, fileName }) => ({ uploadId: id, fileName })),
      ...(last && { nextCursor: toCursor(list, last) }),
    },
  };
};
