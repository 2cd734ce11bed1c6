import type { FieldError } from '../../model/field-error.ts';

/** Why a picture cannot be a cover, said without a word on whose it is. */
export const coverNotAllowedMessage =
  'is the picture of an artwork that may not be shown, or was erased: take another picture, or have the consent to it entered first';

/** An event may not be published; `errors` says every reason at once, by field. */
export class NotPublishableError extends Error {
  override readonly name = 'NotPublishableError';
  readonly errors: readonly FieldError[];

  constructor(errors: NotPublishableError['errors']) {
    super(errors.map(({ path, message }) => `${path} ${message}`).join('; '));
    this.errors = errors;
  }
}
