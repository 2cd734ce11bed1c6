import { hash } from 'node:crypto';

const source = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

/** Lets a script that the policy knows load others (https://www.w3.org/TR/CSP3/#strict-dynamic-usage). */
const whatItLoads = "'strict-dynamic'";

/** What a page loads beside its own text. */
interface Loaded {
  /** True where its scripts load others. */
  readonly loads?: boolean;
  readonly pictures?: readonly string[];
  readonly hasFonts?: boolean;
}

/**
 * The headers of a page: a policy that allows only the page's own styles and scripts, by their hashes, with `loads`
 * what these load, the site's own images and those of the origins in `pictures`, with `hasFonts` its fonts, the search
 * form, and the beacon that counts views (https://www.w3.org/TR/CSP3/).
 */
export const pageHeaders = (
  styles: readonly string[],
  scripts: readonly string[],
  { loads = false, pictures = [], hasFonts = false }: Loaded = {},
): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    ["img-src 'self' data:", ...pictures].join(' '),
    `style-src ${styles.map(source).join(' ') || "'none'"}`,
    `script-src ${[...scripts.map(source), ...(loads ? [whatItLoads] : [])].join(' ') || "'none'"}`,
    ...(hasFonts ? ["font-src 'self'"] : []),
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
});
