import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useConsole, useWords } from '../console-context.ts';
import { withValue } from '../events/content.ts';
import { languageName } from '../words/language-name.ts';
import { siteFieldName } from './field-names.ts';
import type { Site } from './site.ts';
import type { Meeting } from './use-site-form.ts';
import { siteWords } from './words.ts';

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
  const fieldOf = (path: readonly string[]): string => siteFieldName(path.join('.'), { language, locales });
  const note = useRef<HTMLDivElement>(null);
  const take = (path: readonly string[], theirs: unknown) => {
    flushSync(() => {
      onTake((site) => withValue(site, path, theirs));
      setTaken((before) => [...before, path.join('.')]);
    });
    // The button that had the focus is gone.
    note.current?.focus();
  };
  const inWords = (value: unknown): string => {
    if (value === undefined || value === '') return texts.empty;
    if (Array.isArray(value)) return value.map(inWords).join(', ') || texts.empty;
    if (typeof value === 'string') return locales.includes(value) ? languageName(value, language) : value;
    if (typeof value !== 'object' || value === null) return value ? '✓' : texts.empty;
    if ('slug' in value && 'label' in value) {
      const { slug, label } = value as Site['categories'][number];
      return label[language] ?? slug;
    }
    if ('page' in value) return texts.pageInNavigation('…');
    return Object.values(value).map(inWords).join(', ');
  };
  return (
    <div ref={note} tabIndex={-1} className="note" role="alert">
      <p>{texts.merged(name)}</p>
      {left.length > 0 && (
        <>
          <p>{texts.both}</p>
          <ul>
            {left.map(({ path, theirs }) => (
              <li key={path.join('.')}>
                {fieldOf(path)}: {texts.theirs(inWords(theirs))}{' '}
                <button type="button" onClick={() => take(path, theirs)}>
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
