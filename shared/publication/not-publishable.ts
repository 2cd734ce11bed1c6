import type { FieldError } from '../domain/field-error.ts';

/** An event may not be published; `errors` says every reason at once, by field. */
export class NotPublishable extends Error {
  override readonly name = 'NotPublishable';
  readonly errors: readonly FieldError[];

  constructor(errors: NotPublishable['errors']) {
    super(errors.map(({ path, message }) => `${path} ${message}`).join('; '));
    this.errors = errors;
  }
}
