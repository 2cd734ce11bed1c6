/** How long a file may be cached whose address is never reused. */
export const immutable = 'public, max-age=31536000, immutable';
