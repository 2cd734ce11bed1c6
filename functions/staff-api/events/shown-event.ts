import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import type { Locale } from '../../../shared/model/languages/locale.ts';
import type { EventRevision } from '../../../shared/model/publication/revision.ts';
import type { Site } from '../../../shared/model/site/site.ts';
import { signedFiles } from '../signed-files.ts';
import { pictureSigner, withWords } from '../signed-picture.ts';
import { signedText } from '../signed-text.ts';
import { previewedEvent } from './previewed-event.ts';

/** What a preview link of a version shows: as the API answers it, and what its page needs beside that. */
export const shownEvent = async ({ event }: EventRevision, locale: Locale, site: Site, now: Date) => {
  const sign = pictureSigner();
  const pictures = await mapWithConcurrency(event.pictures, concurrency, async (one) =>
    withWords(one, await sign(one.uploadId), locale),
  );
  const text = event.translations[locale]?.body ?? '';
  const { body, pageBody } = await signedText({ text, locale, pictures: event.pictures }, sign);
  const files = await signedFiles(event.files, locale);
  const preview = await previewedEvent({ event, locale, pictures: pictures.flat(), files, body }, site, now);
  return { preview, pageBody };
};

/** How many pictures are signed at the same time. */
const concurrency = 8;
