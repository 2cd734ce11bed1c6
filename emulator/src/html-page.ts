import { hash } from 'node:crypto';
import type { HttpResponse } from './http.ts';

const style = `body{font:1.1rem/1.5 system-ui,sans-serif;max-width:28rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}
body.wide{max-width:48rem}
main>a{display:block;padding:.75rem 1rem;margin:.5rem 0;border:1px solid;border-radius:.5rem;text-decoration:none}
main>a:hover,main>a:focus{text-decoration:underline}small{display:block}
article{border-top:1px solid;padding:.5rem 0}article p{white-space:pre-wrap;overflow-wrap:anywhere}`;
const styleHash = hash('sha256', style, 'base64');

/** Text escaped for HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A page of the emulator for people; `body` is HTML. */
export const htmlPage = (title: string, body: string, { status = 200, isWide = false } = {}): HttpResponse => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
  },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style><body${isWide ? ' class="wide"' : ''}><main>${body}</main></html>`,
});
