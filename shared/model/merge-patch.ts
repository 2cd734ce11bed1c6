type JsonObject = { readonly [name: string]: unknown };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value after a JSON Merge Patch (RFC 7396): members of the patch replace those of the target, `null` removes one. */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const base = isObject(target) ? target : {};
  const kept = Object.entries(base).filter(([name]) => !(name in patch));
  const changed = Object.entries(patch)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, mergePatch(base[name], value)]);
  return Object.fromEntries([...kept, ...changed]);
};
