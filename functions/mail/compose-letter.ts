import type { MailKind } from '../../shared/model/staff/mail.ts';
import { dayInWords } from '../../shared/model/time/day-in-words.ts';
import { html } from '../../shared/public/pages/markup/html.ts';
import type { Language } from '../../shared/refusals/language.ts';
import { shortened } from '../../shared/refusals/shortened.ts';
import { type MailWords, mailWords } from './mail-words.ts';

/** Something that a mail tells of. */
export type Matter =
  | { readonly kind: 'text'; readonly id: string; readonly titles: Titles }
  | { readonly kind: 'exhibition'; readonly id: string; readonly titles: Titles }
  | { readonly kind: 'job'; readonly id: string; readonly job: keyof MailWords['jobs'] }
  | { readonly kind: 'consents'; readonly count: number; readonly first: string };

/** The titles of something by language. */
type Titles = Readonly<Record<string, { readonly title?: string | undefined }>>;

/** A mail as SES takes it. */
export interface Letter {
  /** Of one line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Longest title, in UTF-16 units. */
const longestTitle = 150;

/** A title of one line: a line break in a subject would begin another header. */
const ofOneLine = (title: string): string =>
  shortened(title.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim(), longestTitle);

/** The title in a language, or in the first that has one. */
const titleIn = (language: Language, titles: Titles, words: MailWords): string => {
  const title = titles[language]?.title || Object.values(titles).find((one) => one.title)?.title;
  return ofOneLine(title ?? '') || words.untitled;
};

const nameOf = (matter: Matter, language: Language, words: MailWords): string => {
  if (matter.kind === 'job') return words.jobs[matter.job];
  if (matter.kind === 'consents') return words.consent.list;
  const title = titleIn(language, matter.titles, words);
  return matter.kind === 'exhibition' ? words.exhibition(title) : title;
};

/** Where the console shows it. */
const pathOf = (matter: Matter): string => {
  if (matter.kind === 'text') return `/events/${matter.id}`;
  if (matter.kind === 'exhibition') return `/exhibitions/${matter.id}`;
  return matter.kind === 'job' ? `/jobs/${matter.id}` : '/consent?list=ending';
};

/** What stands above the list, and the subject. */
const beginningOf = (kind: MailKind, matters: readonly Matter[], language: Language, words: MailWords) => {
  const [first] = matters;
  if (first?.kind === 'consents') {
    const { count, first: day } = first;
    return { subject: words.consent.subject(count), about: words.consent.about(count, dayInWords(day, language)) };
  }
  if (!first || kind === 'consent') throw new RangeError(`There is nothing to tell of ${kind}.`);
  const { subject, about } = words[kind];
  return { subject: subject(nameOf(first, language, words), matters.length), about };
};

/** Words what a person is told of one kind, in their language; `consoleUrl` is the address of the console. */
export const composeLetter = (
  kind: MailKind,
  matters: readonly Matter[],
  { language, consoleUrl }: { readonly language: Language; readonly consoleUrl: string },
): Letter => {
  const words = mailWords[language];
  const { subject, about } = beginningOf(kind, matters, language, words);
  const entries = matters.map((matter) => ({
    name: nameOf(matter, language, words),
    url: `${consoleUrl}${pathOf(matter)}`,
  }));
  const settings = `${consoleUrl}/my-mail`;
  const listed = entries.map(({ name, url }) => `${name}\n${url}`);
  return {
    subject,
    text: [words.greeting, about, ...listed, `--\n${words.settings}\n${settings}`].join('\n\n'),
    html: html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head><body>
<p>${words.greeting}</p>
<p>${about}</p>
<ul>${entries.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}</ul>
<p><small>${words.settings} <a href="${settings}">${settings}</a></small></p>
</body></html>`.text,
  };
};
