import type { staffRoutes } from '../../../shared/contract/staff.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { bodyWith } from '../../../shared/public/text-body.ts';
import { renderBody } from '../../../shared/publishing/markdown/render-markdown.ts';
import {
  foreignPictureWarnings,
  textPictureErrors,
  textPicturesOf,
} from '../../../shared/publishing/pictures/text-pictures.ts';
import { wordErrors } from '../../../shared/refusals/field-error.ts';
import { signedPictures } from '../signed-picture.ts';

/** A text as its page would show it now. Nothing is written, and nobody else sees it. */
export const renderText: Handlers<typeof staffRoutes>['renderText'] = async ({ body: { body, locale } }, call) => {
  const { html, pageHtml, pictures } = renderBody(body, locale);
  const signed = await signedPictures(pictures.map(({ uploadId }) => uploadId));
  const shown = pictures.flatMap(({ pageAt, ...picture }) => {
    const image = signed.get(picture.uploadId);
    return image ? [{ ...image, ...picture, at: pageAt ?? picture.at }] : [];
  });
  const texts = { [locale]: { body } };
  const warnings = [...textPictureErrors(textPicturesOf(texts)), ...foreignPictureWarnings(texts)];
  return {
    body: {
      html: bodyWith({ markdown: '', html: pageHtml ?? html }, shown).html,
      warnings: wordErrors(
        warnings.map((warning) => ({ ...warning, path: 'body' })),
        call.language,
      ),
    },
  };
};
