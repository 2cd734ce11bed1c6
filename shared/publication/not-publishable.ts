import type { FieldError } from '../domain/field-error.ts';

/** Why an artwork is no cover: its consent would not go with it, nor its erasure. */
export const artworkAsCover =
  'is an artwork, which is shown in its exhibition only, as consent allows: name the exhibition as exhibitionId instead';

/** An event may not be published; `errors` says every reason at once, by field. */
export class NotPublishable extends Error {
  override readonly name = 'NotPublishable';
  readonly errors: readonly FieldError[];

  constructor(errors: NotPublishable['errors']) {
    super(errors.map(({ path, message }) => `${path} ${message}`).join('; '));
    this.errors = errors;
  }
}
