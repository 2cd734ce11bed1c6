import { hash } from 'node:crypto';

const source = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;

/**
 * The headers of a page: a policy that allows only the page's own styles and script, by their hashes, the site's own
 * images, and the beacon that counts views (https://www.w3.org/TR/CSP3/).
 */
export const pageHeaders = (styles: readonly string[], scripts: readonly string[]): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "img-src 'self' data:",
    `style-src ${styles.map(source).join(' ') || "'none'"}`,
    `script-src ${scripts.map(source).join(' ') || "'none'"}`,
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
});
