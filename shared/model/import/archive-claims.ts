import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { inAnyCase, normalizeLegacyPath } from '../site/legacy-path.ts';
import { slugFromTitle } from '../text/slug-from-title.ts';

/** Something of which only one line of an archive may have each: its external id, a slug, an old address. */
interface Claim {
  /** The same for every line that asks for it. */
  readonly key: string;
  readonly path: string;
  readonly code: 'externalIdOfLine' | 'slugOfLine' | 'pathOfLine' | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** As it is kept; as it stands where it is no path. */
const normalForm = (path: string, ignoresCase: boolean): string => {
  if (!path.startsWith('/')) return path;
  const normal = normalizeLegacyPath(path);
  return ignoresCase ? inAnyCase(normal) : normal;
};

/**
 * What a line asks for, valid or not. A slug that is made from a title has no code: another one is made where it is
 * taken.
 */
const claimsOf = (line: unknown, ignoresCase: boolean): Claim[] => {
  const { externalId, translations, redirectsFrom } = fieldsOf(line);
  const claims: Claim[] = [];
  if (typeof externalId === 'string') {
    const key = `id ${externalId.trim().normalize('NFC')}`;
    claims.push({ key, path: 'externalId', code: 'externalIdOfLine' });
  }
  for (const [locale, translation] of Object.entries(fieldsOf(translations))) {
    const { slug, title } = fieldsOf(translation);
    const at = { key: `slug ${locale}/`, path: `translations.${locale}.slug` };
    if (typeof slug === 'string') claims.push({ ...at, key: `${at.key}${slug}`, code: 'slugOfLine' });
    // A longer title is none that could be published.
    else if (typeof title === 'string' && title.length <= 1_000)
      claims.push({ ...at, key: `${at.key}${slugFromTitle(title, { locale }) ?? ''}`, code: undefined });
  }
  for (const [n, path] of (Array.isArray(redirectsFrom) ? redirectsFrom : []).entries()) {
    if (typeof path !== 'string' || path.length > 1_000) continue;
    claims.push({ key: `path ${normalForm(path, ignoresCase)}`, path: `redirectsFrom.${n}`, code: 'pathOfLine' });
  }
  return claims;
};

/** Remembers what lines of an archive have asked for. */
interface LineClaims {
  /**
   * Takes what a line asks for, which has its fields under their present names. Gives what an earlier line has asked
   * for, each naming that line; such a line takes nothing.
   */
  take(line: unknown, number: number): { readonly errors: FieldError[]; readonly keys: readonly string[] };
}

/** The first of several lines that ask for one external id, slug or old address gets it. */
export const lineClaims = (ignoresCase: boolean): LineClaims => {
  const takenBy = new Map<string, number>();
  return {
    take(line, number) {
      const claims = claimsOf(line, ignoresCase);
      const errors = claims.flatMap(({ key, path, code }) => {
        const first = takenBy.get(key);
        return code && first !== undefined && first !== number ? [fieldError(path, code, { line: first })] : [];
      });
      if (errors.length === 0) {
        for (const { key } of claims) if (!takenBy.has(key)) takenBy.set(key, number);
      }
      return { errors, keys: claims.map(({ key }) => key) };
    },
  };
};
