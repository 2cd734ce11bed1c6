/** What is wrong with a field, by its path (`translations.az.title`), in words that a person can act on. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** Most errors that one refusal names, the one that counts the rest included: with more, it could be larger than an answer may be. */
export const maxErrors = 50;

/** Longest path and message of an error, in UTF-16 units: a name may be as long as the body that it came in. */
const [longestPath, longestMessage] = [200, 1_000];

/** The beginning of a text that is longer than `length`, with an ellipsis; never cut inside a character. */
export const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** The errors as a refusal may name them: at most 50, the last of which counts those that are left out, and none of them long. */
export const boundedErrors = (errors: readonly FieldError[], label = ''): FieldError[] => {
  const left = errors.length - (maxErrors - 1);
  const named = errors.length <= maxErrors ? errors : errors.slice(0, maxErrors - 1);
  return [
    ...named.map(({ path, message }) => ({
      path: shortened(path, longestPath),
      message: shortened(message, longestMessage),
    })),
    ...(errors.length > maxErrors ? [{ path: label, message: `and ${left} more errors` }] : []),
  ];
};
