/** The headers of answers that a page of another origin may read, beside those that every page may. */
export const exposedHeaders = ['etag', 'link', 'location', 'retry-after', 'content-language'] as const;
