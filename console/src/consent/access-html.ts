import { visibleDetailNames } from '../../../shared/model/exhibitions/artwork.ts';
import { visibleDetails } from '../../../shared/model/people/public-artist.ts';
import type { AnswerOf } from '../api/api.ts';
import { auditWords } from '../history/audit-words.ts';
import { momentInWords } from '../ui/dates.ts';
import { languageName } from '../words/language-name.ts';
import type { Language } from '../words/words.ts';
import { accessWords } from './access-words.ts';
import { formWords } from './form-words.ts';
import { consentWords } from './words.ts';

type AccessTexts = AnswerOf<'lookUpAccessTexts'>;

/** All that is stored of an entry, with what other texts and files say of the artist. */
export type AccessDocument = AnswerOf<'createAccessDocument'> & Omit<AccessTexts, 'nextCursor'>;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

type Row = readonly [label: string, value: string | number | undefined];

const rows = (all: readonly Row[]): string =>
  all
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(String(value))}</dd>`)
    .join('');

const list = (title: string, items: readonly string[]): string =>
  items.length > 0 ? `<h3>${escaped(title)}</h3><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';

const style =
  'body{font:12pt/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}dt{color:#555}dd{margin:0 0 .4rem}img{max-width:100%;display:block}section{break-before:page}section:first-of-type{break-before:auto}';

interface Setting {
  readonly language: Language;
  readonly timeZone: string;
  /** What the site calls itself. */
  readonly siteTitle: string;
  /** What a field of a text is called. */
  readonly fieldName: (place: AccessTexts['texts'][number]['place']) => string;
}

/** All that is stored of a person as one page to read and print; it needs nothing from the network. */
export const accessHtml = (
  documents: readonly AccessDocument[],
  { language, timeZone, siteTitle, fieldName }: Setting,
): string => {
  const [texts, access] = [consentWords[language], accessWords[language]];
  const { labels } = access;
  const moment = (instant: string): string => momentInWords(instant, language, timeZone);
  const section = (one: AccessDocument): string => {
    const { artist, translations, medium, year, entryNumber } = one.entry;
    const { consent } = artist ?? {};
    const yesNo = (is: boolean | undefined) => (is === undefined ? undefined : is ? labels.yes : labels.no);
    const facts = rows([
      ...([
        [labels.artist, artist?.name],
        [labels.ageAtEntry, artist?.ageAtEntry],
      ] as const),
      ...([
        [texts.school, artist?.school],
        [texts.region, artist?.region],
      ] as const),
      [texts.minor, yesNo(artist?.isMinor)],
      ...([
        [texts.isPublic, yesNo(one.isPublic)],
        [labels.shownAs, one.publicName],
      ] as const),
      ...([
        [labels.medium, medium],
        [labels.year, year],
      ] as const),
      ...Object.entries(translations ?? {}).flatMap(([locale, words]) =>
        (['title', 'description', 'alt'] as const).map(
          (name): Row => [`${labels[name]} (${languageName(locale, language)})`, words[name]],
        ),
      ),
      ...([
        [labels.entered, moment(one.enteredAt)],
        [labels.changed, moment(one.changedAt)],
      ] as const),
    ]);
    const shown: readonly string[] = artist ? visibleDetails(artist) : [];
    const agreed =
      consent &&
      rows([
        [texts.guardian, consent.guardian],
        [texts.period, texts.days(consent.grantedOn, consent.expiresOn)],
        [texts.picture, consent.image ? texts.yes : texts.no],
        [texts.nameForm, texts.forms[consent.name]],
        ...visibleDetailNames.map((name): Row => [texts[name], yesNo(shown.includes(name))]),
      ]);
    return `<section><h2>${escaped(`${texts.entry(entryNumber ?? 0)}, ${one.exhibitionTitle}`)}</h2><dl>${facts}</dl>${
      agreed
        ? `<dl>${agreed}</dl>`
        : `<p>${escaped(artist?.isMinor === false ? `${texts.noConsent} ${texts.adult}` : texts.noConsent)}</p>`
    }${list(
      labels.pictures,
      one.pictures.map(
        ({ fileName, createdAt, image }) =>
          `${escaped(`${fileName}, ${moment(createdAt)}`)}${image ? `<img alt="" src="data:image/jpeg;base64,${image}">` : ''}`,
      ),
    )}${list(
      labels.ratings,
      one.ratings.map(({ score, comment }) => escaped([score, comment].filter(Boolean).join(': '))),
    )}${list(
      formWords[language].title,
      one.forms.map(({ createdAt, contentType }) => escaped(`${moment(createdAt)}, ${contentType}`)),
    )}${list(
      labels.acts,
      one.acts.map(({ createdAt, action }) =>
        escaped(`${moment(createdAt)}: ${auditWords[language][action] ?? action}`),
      ),
    )}${list(
      access.passages,
      one.texts.map(
        ({ displayTitle, place, isPublic, passages }) =>
          `${escaped(`${displayTitle} (${fieldName(place)}${isPublic ? `, ${texts.publicText}` : ''})`)}${passages.map((passage) => `<blockquote>${escaped(passage)}</blockquote>`).join('')}`,
      ),
    )}${list(
      texts.files,
      one.files.map(({ fileName, createdAt }) => escaped(`${fileName}, ${moment(createdAt)}`)),
    )}</section>`;
  };
  const isQuoted = documents.some((one) => one.texts.length > 0 || one.files.length > 0);
  const written = documents[0] ? access.writtenOn(moment(documents[0].writtenAt)) : '';
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escaped(access.title)}</title><style>${style}</style><h1>${escaped(access.title)}</h1><p>${escaped(siteTitle)}. ${escaped(written)}</p>${documents.map(section).join('')}${isQuoted ? `<p>${escaped(access.leftOut)}</p>` : ''}</html>`;
};
