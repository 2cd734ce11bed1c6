import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';

import { signDocument } from '../../../shared/media/document-files.ts';

import type { PublicFile } from '../../../shared/model/document.ts';
import { documentName } from '../../../shared/model/document-name.ts';
import type { EventFile } from '../../../shared/model/event-file.ts';
import type { Locale } from '../../../shared/model/locale.ts';
import type { EventRevision } from '../../../shared/model/revision.ts';
import type { Site } from '../../../shared/model/site.ts';
import { renderBody } from '../../../shared/publishing/markdown/render-markdown.ts';
import { signedPictures, withWords } from '../signed-picture.ts';
import { previewedEvent } from './previewed-event.ts';

/** What a preview link of a version shows: as the API answers it, and what its page needs beside that. */
export const shownEvent = async ({ event }: EventRevision, locale: Locale, site: Site, now: Date) => {
  const rendered = renderBody(event.translations[locale]?.body ?? '', locale);
  const ids = [...event.pictures, ...rendered.pictures].map(({ uploadId }) => uploadId);
  const signed = await signedPictures(ids);
  const pictures = event.pictures.flatMap((one) => withWords(one, signed.get(one.uploadId), locale));
  const inText = rendered.pictures.flatMap(({ pageAt, ...picture }) => {
    const image = signed.get(picture.uploadId);
    const credit = event.pictures.find(({ uploadId }) => uploadId === picture.uploadId)?.credit;
    return image ? [{ pageAt, picture: { ...image, ...picture, ...(credit && { credit }) } }] : [];
  });
  const files = await mapWithConcurrency(event.files, concurrency, (one) => signedFile(one, locale));
  const body = { html: rendered.html, pictures: inText.map(({ picture }) => picture) };
  return {
    preview: await previewedEvent({ event, locale, pictures, files: files.flat(), rendered: body }, site, now),
    pageBody: {
      html: rendered.pageHtml ?? rendered.html,
      pictures: inText.map(({ pageAt, picture }) => ({ ...picture, at: pageAt ?? picture.at })),
    },
  };
};

/** How many files are signed at the same time. */
const concurrency = 8;

/** A file by a signed address; none where it is not ready. */
const signedFile = async ({ uploadId, title: titles }: EventFile, locale: Locale): Promise<PublicFile[]> => {
  const { document } = (await readUpload(uploadId)) ?? {};
  if (!document) return [];
  const { type, bytes, pages } = document;
  const title = titles[locale] ?? '';
  const url = await signDocument(uploadId, type, documentName(title, locale, type));
  return [{ title, url, type, bytes, ...(pages && { pages }) }];
};
