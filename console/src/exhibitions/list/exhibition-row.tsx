import { Link } from 'wouter';
import type { AnswerOf } from '../../api/api.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { listWords } from '../../events/list/words.ts';
import { titleOf } from '../../events/title-of.ts';
import { actorName } from '../../people/actor-name.ts';
import { dayInWords, shortMoment } from '../../ui/dates.ts';
import { languageName } from '../../words/language-name.ts';
import { ExhibitionStatus } from '../exhibition-status.tsx';
import { exhibitionWords } from '../words.ts';

type Listed = AnswerOf<'listStaffExhibitions'>['items'][number];

/** How an exhibition is in a language, for the eye and for the ear. */
const localeState = ({ translations, publishedLocales, outdatedLocales }: Listed, locale: string) => {
  if (!translations[locale]?.title) return 'missing';
  if (outdatedLocales.includes(locale)) return 'outdated';
  return publishedLocales.includes(locale) ? 'public' : 'draft';
};

/** An exhibition in the list: what stands for it, what it is called, and how far it has come. */
export const ExhibitionRow = ({ exhibition }: { exhibition: Listed }) => {
  const context = useConsole();
  const { words, language, site } = context;
  const texts = useWords(exhibitionWords);
  const { locale: localeWords } = useWords(listWords);
  const { id, coverImage, opensOn, closesOn, updatedAt, updatedBy } = exhibition;
  const [cover] = coverImage?.renditions.filter(({ type }) => type === 'image/jpeg') ?? [];
  const days = [opensOn, closesOn].flatMap((day) => (day ? [dayInWords(day, language)] : []));
  return (
    <li>
      {cover ? (
        <img className="thumbnail" src={cover.url} alt="" width={160} loading="lazy" />
      ) : (
        <span className="thumbnail" />
      )}
      <div>
        <Link href={`/exhibitions/${id}`}>{titleOf(exhibition, context)}</Link>
        <ExhibitionStatus exhibition={exhibition} />
        {days.length > 0 && <p>{days.join(' – ')}</p>}
        <ul className="locales">
          {site.locales.map((locale) => {
            const state = localeState(exhibition, locale);
            const said = `${languageName(locale, language)}: ${localeWords[state]}`;
            return (
              <li key={locale} className={`locale ${state}`} title={said}>
                <span aria-hidden="true">{locale}</span>
                <span className="unseen">{said}</span>
              </li>
            );
          })}
        </ul>
        <small>
          {texts.changedBy(actorName(updatedBy, language), shortMoment(updatedAt, language, site.timeZone))}
          {exhibition.hasUnpublishedChanges && exhibition.publishedLocales.length > 0 && ` · ${words.events.changed}`}
        </small>
      </div>
    </li>
  );
};
