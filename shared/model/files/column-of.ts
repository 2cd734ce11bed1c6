/** The place of a column by the address of one of its cells: A is 0, AA is 26. */
export const columnOf = (address: string): number =>
  [...address.replace(/\d+$/, '')].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
