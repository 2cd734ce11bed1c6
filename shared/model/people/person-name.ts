/** Longest name of a person that is kept, in characters. */
const longestName = 100;

/**
 * The name that an account or its token gives a person (OpenID Connect Core, section 5.1): `name`, or given and family
 * name. On one line, and empty where there is none.
 */
export const personName = ({
  name,
  given_name: given,
  family_name: family,
}: Readonly<Record<string, unknown>>): string => {
  const text = name ?? [given, family].filter((part) => part !== undefined).join(' ');
  const line = String(text)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return [...line].slice(0, longestName).join('');
};
