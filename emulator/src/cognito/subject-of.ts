import { createHash } from 'node:crypto';

/** The id of a person in the user pool, made of the name so that it is the same at every start. */
export const subjectOf = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
