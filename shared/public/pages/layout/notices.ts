import type { Locale } from '../../../model/languages/locale.ts';
import { resolveLocale, type Site } from '../../../model/site/site.ts';
import type { FrameEntry } from '../../../showcase/store/frame.ts';
import { html, type Markup } from '../markup/html.ts';
import { partLanguage } from '../markup/language-attributes.ts';
import { pageWord } from '../markup/words.ts';

const notice = ({ texts, level = 'info', url }: FrameEntry, locale: Locale, site: Site): Markup | undefined => {
  const its = resolveLocale(
    site,
    locale,
    Object.keys(texts).filter((one) => site.locales.includes(one)),
  );
  const text = its === undefined ? undefined : texts[its];
  if (its === undefined || !text) return undefined;
  const title = url ? html`<a href="${url}">${text.title}</a>` : text.title;
  return html`<li class="notice ${level}"><div class="width"><p${partLanguage(its, locale)}><strong>${title}</strong>${text.summary && html` ${text.summary}`}</p></div></li>
`;
};

/** What every page says above its content: a landmark of its own, so that it is found by those who cannot see it. */
export const noticeList = (notices: readonly FrameEntry[], locale: Locale, site: Site): Markup | undefined => {
  const items = notices.flatMap((one) => notice(one, locale, site) ?? []);
  return items.length === 0
    ? undefined
    : html`<section class="notices" aria-label="${pageWord('notices', locale)}"><ul>
${items}</ul></section>
`;
};
