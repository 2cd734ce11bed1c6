import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import type { EventPicture } from '../../shared/model/events/event-picture.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import { bodyWith, type TextBody } from '../../shared/public/text-body.ts';
import { renderBody } from '../../shared/publishing/markdown/render-markdown.ts';
import type { PictureSigner } from './signed-picture.ts';

/** How many pictures are signed at the same time. */
const concurrency = 8;

/** A text that need not be public, in a language, with what else shows its pictures. */
interface TextToShow {
  readonly text: string;
  readonly locale: Locale;
  readonly pictures: readonly Pick<EventPicture, 'uploadId' | 'credit'>[];
}

/** A text with its pictures by signed addresses: as the API answers it, and as its page shows it. */
export const signedText = async (
  { text, locale, pictures: listed }: TextToShow,
  sign: PictureSigner,
): Promise<{ body: ReturnType<typeof bodyWith>; pageBody: TextBody }> => {
  const { html, pageHtml = html, pictures: placed } = renderBody(text, locale);
  const shown = await mapWithConcurrency(placed, concurrency, async ({ pageAt, ...picture }) => {
    const image = await sign(picture.uploadId);
    const credit = listed.find(({ uploadId }) => uploadId === picture.uploadId)?.credit;
    return image ? [{ pageAt, picture: { ...image, ...picture, ...(credit && { credit }) } }] : [];
  });
  const pictures = shown.flat();
  return {
    body: bodyWith(
      { markdown: text, html },
      pictures.map(({ picture }) => picture),
    ),
    pageBody: {
      html: pageHtml,
      pictures: pictures.map(({ pageAt, picture }) => ({ ...picture, at: pageAt ?? picture.at })),
    },
  };
};
