/** The desk's index by `listPk` and `listSk`: what staff list, newest first. */
export const listIndex = 'lists';

/** The desk's index by `category`, keys only: how many events are in one. */
export const categoryIndex = 'categories';
