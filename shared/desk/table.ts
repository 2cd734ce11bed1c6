/** The desk's secondary index, by `listPk` and `listSk`: what staff list, last changed first. */
export const listIndex = 'lists';
