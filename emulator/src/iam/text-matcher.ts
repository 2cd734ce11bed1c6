const isWild = /[*?]/;

/** Tells which texts a pattern of AWS covers: `*` is any text, `?` any character. */
export const textMatcher = (pattern: string): ((text: string) => boolean) => {
  if (!isWild.test(pattern)) return (text) => text === pattern;
  const begin = pattern.slice(0, -1);
  if (pattern.endsWith('*') && !isWild.test(begin)) return (text) => text.startsWith(begin);
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const expression = new RegExp(`^${source}$`, 's');
  return (text) => expression.test(text);
};
