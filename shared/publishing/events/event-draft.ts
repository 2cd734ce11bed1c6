import { isDeepStrictEqual } from 'node:util';
import type { ActionContext } from '../../desk/store/audit.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import {
  type Edition,
  noCategory,
  type Publication,
  type PublishedContent,
  publishedContentSchema,
} from '../../model/edition.ts';
import { type Event, eventContentOf, eventContentSchema } from '../../model/event.ts';
import { type EventFile, filesIn } from '../../model/event-file.ts';
import { itemKindOf } from '../../model/event-kind.ts';
import { type EventPicture, picturesIn } from '../../model/event-picture.ts';
import { knownFields } from '../../model/known-fields.ts';
import type { Locale } from '../../model/locale.ts';
import { slugsOf } from '../../model/publication.ts';
import { readStored } from '../../model/read-stored.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';

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
  return { translations, pictures: publicPictures(draft), files: publicFiles(draft) };
};

/** The files as they will be public, with their titles in the languages that will be. */
const publicFiles = (draft: EventDraft): EventFile[] => {
  const { event, edition, chosen } = draft;
  const before = filesIn(edition?.publication?.content.files ?? [], keptLocales(draft));
  return filesIn(event.files, chosen).map((file) => {
    const same = before.find(({ uploadId }) => uploadId === file.uploadId);
    return { ...file, title: { ...same?.title, ...file.title } };
  });
};

/** The pictures as they will be public, with what they show in the languages that will be. */
const publicPictures = (draft: EventDraft): EventPicture[] => {
  const { event, edition, chosen } = draft;
  const before = picturesIn(edition?.publication?.content.pictures ?? [], keptLocales(draft));
  return picturesIn(event.pictures, chosen).map((picture) => {
    const same = before.find(({ uploadId }) => uploadId === picture.uploadId);
    const caption = { ...same?.caption, ...picture.caption };
    return {
      ...picture,
      alt: { ...same?.alt, ...picture.alt },
      ...(Object.keys(caption).length > 0 && { caption }),
    };
  });
};

/** Languages that stay as they were published, but for a picture that they did not have: they have no text on it. */
export const keptPictureErrors = (draft: EventDraft): FieldError[] => {
  const { event, edition } = draft;
  const known = edition?.publication?.content.pictures.map(({ uploadId }) => uploadId) ?? [];
  if (event.pictures.every(({ uploadId }) => known.includes(uploadId))) return [];
  return keptLocales(draft).map((locale) => fieldError('locales', 'localeMustFollow', { locale }));
};

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
    pictures: publicPictures(draft),
    files: publicFiles(draft),
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
  const { unpublishAt: _, ...rest } = event;
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
