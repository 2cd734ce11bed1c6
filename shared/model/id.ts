import * as z from 'zod';

/** Ids are ULIDs (https://github.com/ulid/spec): 26 characters of Crockford's base 32, sorted by time of creation. */
export const idSchema = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'is no id: ids are ULIDs of 26 characters');

export type Id = z.output<typeof idSchema>;
