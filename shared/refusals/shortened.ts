/** The beginning of a text that is longer than `length`, with an ellipsis; never cut inside a character. */
export const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
