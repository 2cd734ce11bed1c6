/** The object with other names for some of its fields (old name to new). Where it has both, the new one holds. */
export const renameFields = (
  object: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> => {
  const fields = Object.entries(object);
  if (!fields.some(([name]) => Object.hasOwn(names, name))) return object;
  const renamed = fields.map(([name, value]) => [Object.hasOwn(names, name) ? names[name] : name, value]);
  return {
    ...Object.fromEntries(renamed),
    ...Object.fromEntries(fields.filter(([name]) => !Object.hasOwn(names, name))),
  };
};
