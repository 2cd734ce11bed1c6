import type { Locale } from '../../../model/languages/locale.ts';
import { fillTemplate } from '../../../model/site/address-template.ts';
import type { Site } from '../../../model/site/site.ts';
import { html, type Markup } from '../markup/html.ts';
import { partLanguage } from '../markup/language-attributes.ts';
import { calendarPath, feedPath } from '../markup/paths.ts';
import { siteText } from '../markup/site-text.ts';
import { pageWord } from '../markup/words.ts';

const quotation = (site: Site, locale: Locale): Markup | undefined => {
  const found = siteText(site.quotation, locale, site);
  if (!found) return undefined;
  const { text, speaker } = found.text;
  return html`<figure class="quotation"${partLanguage(found.locale, locale)}><blockquote><p>${text}</p></blockquote><figcaption>${speaker}</figcaption></figure>
`;
};

/** A telephone number as an address (RFC 3966), where it is one. */
const phoneAddress = (phone: string): string | undefined => {
  const digits = phone.replace(/[\s().\-–/]/g, '');
  return /^\+?\d{3,20}$/.test(digits) ? `tel:${digits}` : undefined;
};

const contact = ({ contact: its, ...site }: Site, locale: Locale): Markup | undefined => {
  if (!its) return undefined;
  const address = siteText(its.address, locale, site);
  const tel = its.phone && phoneAddress(its.phone);
  const phone = tel ? html`<a href="${tel}">${its.phone}</a>` : its.phone;
  const email = its.email && html`<a href="mailto:${its.email}">${its.email}</a>`;
  if (!address && !phone && !email) return undefined;
  return html`<section><h2>${pageWord('contact', locale)}</h2>${
    address && html`<p class="address"${partLanguage(address.locale, locale)}>${address.text}</p>`
  }${phone && html`<p>${phone}</p>`}${email && html`<p>${email}</p>`}</section>
`;
};

const feeds = [
  ['rss', 'RSS'],
  ['atom', 'Atom'],
  ['json', 'JSON Feed'],
] as const;

const follow = (locale: Locale): Markup =>
  html`<section><h2>${pageWord('feeds', locale)}</h2><ul>${feeds.map(([format, name]) => html`<li><a href="${feedPath(format, locale)}">${name}</a></li>`)}</ul></section>
<section><h2>${pageWord('calendar', locale)}</h2><ul><li><a href="${calendarPath(locale)}">${pageWord('wholeCalendar', locale)}</a></li><li><a href="${feedPath('ics', locale)}">${pageWord('subscribe', locale)}</a></li></ul></section>
`;

const statement = ({ accessibilityStatement }: Site, locale: Locale): Markup | undefined =>
  accessibilityStatement === undefined
    ? undefined
    : html`<section><h2>${pageWord('accessibility', locale)}</h2><p><a href="${fillTemplate(accessibilityStatement, { locale })}">${pageWord('accessibilityStatement', locale)}</a></p></section>
`;

/** The footer of every page: the pinned quotation, how to reach the institution, and how to follow it. */
export const pageFooter = (site: Site, locale: Locale): Markup =>
  html`<footer class="foot"><div class="width">
${quotation(site, locale)}${contact(site, locale)}${follow(locale)}${statement(site, locale)}</div></footer>
`;
