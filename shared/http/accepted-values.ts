/**
 * The values of an `Accept-…` header that the caller accepts, in lower case, the dearest first (RFC 9110, section
 * 12.4.2).
 *
 * Only the first `longest` characters are read: taking apart a long row of spaces takes its square. `negotiator` would
 * read `Q=0` as acceptance, and adds 7 KB to each bundle.
 */
export const acceptedValues = (header: string, longest: number): string[] =>
  header
    .slice(0, longest)
    .split(',')
    .map((range) => {
      const [value = '', weight = 'q=1'] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return { value, weight: Number(weight.replace('q=', '')) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ value }) => value);
