/** What is to be known of a work to find the way to another. */
interface Numbered {
  readonly number: number;
}

/** The work so many places after one, from the last on to the first. Of a number that is not there, the first. */
export const workBeside = <W extends Numbered>(
  works: readonly W[],
  number: number | undefined,
  by: 1 | -1,
): W | undefined => {
  const at = works.findIndex((work) => work.number === number);
  return at === -1 ? works[0] : works.at((at + by) % works.length);
};

/**
 * The first work after one that fulfils a condition, from the last on to the first; the work itself is the last to be
 * looked at.
 */
export const nextWhere = <W extends Numbered>(
  works: readonly W[],
  number: number | undefined,
  isWanted: (work: W) => boolean,
): W | undefined => {
  const after = works.findIndex((work) => work.number === number) + 1;
  return [...works.slice(after), ...works.slice(0, after)].find(isWanted);
};
