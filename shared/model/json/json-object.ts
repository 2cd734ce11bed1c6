/** An object of JSON, by the names of its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object of JSON, which is no list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
