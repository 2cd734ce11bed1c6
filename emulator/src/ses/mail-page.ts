import { escaped, htmlPage } from '../html-page.ts';
import type { HttpResponse } from '../http.ts';
import type { Mail } from './outbox.ts';

/** The text of a mail as HTML, with its addresses as links. */
const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('');

const articleOf = ({ sentAt, to, subject, text }: Mail): string =>
  `<article><h2>${escaped(subject)}</h2><small>${escaped(to.join(', '))} · ${new Date(sentAt).toISOString()}</small><p>${linked(text)}</p></article>`;

/** A page with the mails that would have been sent, the newest first. */
export const mailPage = (mails: readonly Mail[]): HttpResponse => {
  const articles = mails.map(articleOf).reverse().join('');
  return htmlPage('Mail', `<h1>Mail</h1>${articles || '<p>Nothing was sent yet.</p>'}`, { isWide: true });
};
