import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { bodyWith } from '../../../shared/public/text-body.ts';
import {
  foreignPictureWarnings,
  textPictureErrors,
  textPicturesOf,
} from '../../../shared/publishing/pictures/text-pictures.ts';
import { wordErrors } from '../../../shared/refusals/field-error.ts';
import { pictureSigner } from '../signed-picture.ts';
import { signedText } from '../signed-text.ts';

/** A text as its page would show it now. Nothing is written, and nobody else sees it. */
export const renderText: Handlers<typeof staffRoutes>['renderText'] = async ({ body: { body, locale } }, call) => {
  const { pageBody } = await signedText({ text: body, locale, pictures: [] }, pictureSigner());
  const texts = { [locale]: { body } };
  const warnings = [...textPictureErrors(textPicturesOf(texts)), ...foreignPictureWarnings(texts)];
  return {
    body: {
      html: bodyWith({ markdown: '', html: pageBody.html }, pageBody.pictures).html,
      warnings: wordErrors(
        warnings.map((warning) => ({ ...warning, path: 'body' })),
        call.language,
      ),
    },
  };
};
