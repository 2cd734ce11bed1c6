/** What is wrong with a field, by its path (`translations.az.title`), in words that a person can act on. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}
