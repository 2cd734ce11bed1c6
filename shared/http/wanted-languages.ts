/** What of an `Accept-Language` is read: no browser sends more. */
const longestHeader = 200;

/** The languages that an `Accept-Language` asks for, the dearest first, as tags in lower case (RFC 9110, section 12.5.4). */
export const wantedLanguages = (header = ''): string[] =>
  header
    .slice(0, longestHeader)
    .split(',')
    .map((range) => {
      const [tag = '', weight = 'q=1'] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return { tag, weight: Number(weight.replace('q=', '')) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
