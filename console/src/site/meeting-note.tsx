import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { withValue } from '../events/content.ts';
import { languageName } from '../words/language-name.ts';
import type { Meeting, Site } from './use-site-form.ts';
import { type SiteWords, siteWords } from './words.ts';

/** What the fields are called that stand alone, or hold a list. */
const namesOf = (texts: SiteWords): Readonly<Record<string, string>> => ({
  title: texts.name,
  locales: texts.locales,
  defaultLocale: texts.defaultLocale,
  timeZone: texts.timeZone,
  categories: texts.categories,
  campaigns: texts.campaigns,
  navigation: texts.navigation,
  logo: texts.logo,
  colours: texts.ownColours,
  font: texts.font,
  contact: texts.footer,
  accessibilityStatement: texts.statement,
  quotation: texts.quotation,
  picture: texts.picture,
  frontend: texts.frontend,
  fourEyes: texts.review,
});

interface MeetingNoteProps {
  readonly meeting: Meeting;
  readonly locales: readonly string[];
  readonly onTake: (change: (site: Site) => Site) => void;
}

/** What another person has saved meanwhile: where both have changed a field, one may take the other's. */
export const MeetingNote = ({ meeting: { name, conflicts }, locales, onTake }: MeetingNoteProps) => {
  const { language } = useConsole();
  const texts = useWords(siteWords);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const left = conflicts.filter(({ path }) => !taken.includes(path.join('.')));
  const fieldOf = (path: readonly string[]) => {
    const locale = path.find((part) => locales.includes(part));
    return `${namesOf(texts)[path[0] ?? ''] ?? path[0]}${locale ? ` (${languageName(locale, language)})` : ''}`;
  };
  return (
    <div className="note" role="alert">
      <p>{texts.merged(name)}</p>
      {left.length > 0 && (
        <>
          <p>{texts.both}</p>
          <ul>
            {left.map(({ path, theirs }) => (
              <li key={path.join('.')}>
                {fieldOf(path)}:{' '}
                {texts.theirs(
                  typeof theirs === 'string' ? theirs : theirs === undefined ? texts.empty : JSON.stringify(theirs),
                )}{' '}
                <button
                  type="button"
                  onClick={() => {
                    onTake((site) => withValue(site, path, theirs));
                    setTaken((before) => [...before, path.join('.')]);
                  }}
                >
                  {texts.takeTheirs(fieldOf(path))}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
