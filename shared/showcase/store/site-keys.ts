export const siteKey = { pk: { S: 'SITE' }, sk: { S: 'SITE' } };

/** The key of a path of an earlier site. */
export const legacyPathKey = (path: string) => ({ pk: { S: `ADDRESS#${path}` }, sk: { S: 'ADDRESS' } });
