import { isObject, type JsonObject } from './json-object.ts';

const memberOf = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/**
 * Whether two values are the same in JSON: the order of names does not matter, and a member that is undefined is taken
 * for absent, since JSON leaves it out.
 */
export const isSameJson = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, n) => isSameJson(item, other[n]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSameJson(memberOf(one, name), memberOf(other, name)));
};
