import { isObject } from './json-object.ts';

/**
 * The value after a JSON Merge Patch (RFC 7396): members of the patch replace those of the target, each in its place,
 * and `null` removes one. The order matters: the first language of a text is its original.
 */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const base = isObject(target) ? target : {};
  const names = [...new Set([...Object.keys(base), ...Object.keys(patch)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      if (!Object.hasOwn(patch, name)) return [[name, base[name]]];
      const value = patch[name];
      return value === null || value === undefined ? [] : [[name, mergePatch(base[name], value)]];
    }),
  );
};
