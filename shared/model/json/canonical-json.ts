const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** JSON with the names of every object in one order: two values that differ in that order alone are the same text. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inOrder);
