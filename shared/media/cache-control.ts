/** How long a file may be kept whose address no other file will ever have. */
export const immutable = 'public, max-age=31536000, immutable';
