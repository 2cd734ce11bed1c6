import { isDeepStrictEqual } from 'node:util';
import type { ActionContext } from '../../desk/store/audit.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { type Event, eventContentOf, eventContentSchema } from '../../model/events/event.ts';
import { filesIn } from '../../model/events/event-file.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import { picturesIn } from '../../model/events/event-picture.ts';
import { knownFields } from '../../model/json/known-fields.ts';
import { readStored } from '../../model/json/read-stored.ts';
import type { Locale } from '../../model/languages/locale.ts';
import {
  type Edition,
  noCategory,
  type Publication,
  type PublishedContent,
  publishedContentSchema,
} from '../../model/publication/edition.ts';
import { slugsOf } from '../../model/publication/publication.ts';
import { publicFiles } from '../files/public-files.ts';
import { publicPictures } from '../pictures/public-pictures.ts';

/** An event that is being published: its working copy, and the languages that are chosen. */
export interface EventDraft {
  readonly event: Event;
  /** The working copy that is stored; absent for an event that is not stored yet. */
  readonly previous: Event | undefined;
  readonly edition: Edition | undefined;
  readonly chosen: readonly Locale[];
}

/** Languages that stay as they were published: not chosen now, and not removed from the working copy since. */
export const keptLocales = ({ event, edition, chosen }: EventDraft): Locale[] =>
  Object.keys(edition?.publication?.content.translations ?? {}).filter(
    (locale) => !chosen.includes(locale) && event.translations[locale],
  );

/** The texts as they will be public: the chosen languages as they are now, the others as they were published. */
export const publicTexts = (draft: EventDraft): Pick<Event, 'translations' | 'pictures' | 'files'> => {
  const { event, edition, chosen } = draft;
  const before = edition?.publication?.content.translations ?? {};
  const translations = Object.fromEntries([
    ...keptLocales(draft).map((locale) => [locale, before[locale] ?? {}]),
    ...chosen.map((locale) => [locale, event.translations[locale] ?? {}]),
  ]);
  return { translations, pictures: publicPictures(picturesOfDraft(draft)), files: publicFiles(filesOfDraft(draft)) };
};

/** The same of the files. */
const filesOfDraft = (draft: EventDraft) => ({
  files: draft.event.files,
  before: draft.edition?.publication?.content.files,
  chosen: draft.chosen,
  kept: keptLocales(draft),
});

/** The pictures of a draft, those that are public, and the languages that are chosen or stay. */
export const picturesOfDraft = (draft: EventDraft) => ({
  pictures: draft.event.pictures,
  before: draft.edition?.publication?.content.pictures,
  chosen: draft.chosen,
  kept: keptLocales(draft),
});

/**
 * What will be public: the chosen languages as they are now, with the given slugs, the others as they were published.
 */
export const contentOf = (draft: EventDraft, slugs: Readonly<Record<Locale, string>>): PublishedContent => {
  const { event, edition, chosen } = draft;
  const translations = chosen.map((locale) => {
    const { title = '', ...translation } = event.translations[locale] ?? {};
    return [locale, { ...translation, title, slug: slugs[locale] }];
  });
  const before = edition?.publication?.content.translations ?? {};
  const kept = keptLocales(draft).map((locale) => [locale, before[locale]]);
  return readStored(publishedContentSchema, {
    ...eventContentOf(event),
    ...(itemKindOf(event) !== 'event' && { category: noCategory }),
    translations: Object.fromEntries([...kept, ...translations]),
    pictures: publicPictures(picturesOfDraft(draft)),
    files: publicFiles(filesOfDraft(draft)),
  });
};

/** The working copy after a publication: with the slugs that were found for it. */
export const publishedEvent = (
  { event, previous }: EventDraft,
  publication: Publication,
  context: ActionContext,
): Event => {
  const slugs = slugsOf(publication);
  const translations = Object.fromEntries(
    Object.entries(event.translations).map(([locale, translation]) => [
      locale,
      { ...translation, ...(slugs[locale] && { slug: slugs[locale] }) },
    ]),
  );
  const { unpublishAt: _, review: __, ...rest } = event;
  const version = previous ? event.version + 1 : event.version;
  const change = {
    status: 'published' as const,
    publishedAt: publication.publishedAt,
    ...(publication.unpublishAt && { unpublishAt: publication.unpublishAt }),
    published: {
      locales: Object.keys(slugs),
      ...(isFullyPublished({ ...event, translations }, publication) && { version }),
    },
    translations,
  };
  return { ...nextVersion(rest, change, context), version };
};

/** True where the public sees every language of the working copy as it is, in what this release knows of it. */
const isFullyPublished = ({ translations, pictures, files }: Event, { content }: Publication): boolean => {
  const { shape } = eventContentSchema;
  const known = (texts: Pick<Event, 'translations' | 'pictures' | 'files'>) => [
    knownFields(shape.translations, texts.translations),
    knownFields(shape.pictures, texts.pictures),
    knownFields(shape.files, texts.files),
  ];
  const locales = Object.keys(translations);
  const whole = { translations, pictures: picturesIn(pictures, locales), files: filesIn(files, locales) };
  return isDeepStrictEqual(known(whole), known(content));
};
