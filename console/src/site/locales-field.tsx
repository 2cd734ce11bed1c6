import { useState } from 'react';
import { localeSchema } from '../../../shared/model/languages/locale.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Choice, TextField } from '../ui/field.tsx';
import { moved } from '../ui/moved.ts';
import { OrderedList } from '../ui/ordered-list.tsx';
import { languageName } from '../words/language-name.ts';
import type { Site } from './site.ts';
import { siteWords } from './words.ts';

interface LocalesFieldProps {
  readonly site: Site;
  readonly readOnly: boolean;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (change: Partial<Site>) => void;
}

/** The languages of the site in the order in which they stand in for each other, and the main one. */
export const LocalesField = ({ site, readOnly, errorOf, onChange }: LocalesFieldProps) => {
  const { language } = useConsole();
  const texts = useWords(siteWords);
  const [added, setAdded] = useState('');
  const nameOf = (locale: string) => languageName(locale, language);
  const { success: isLanguage, data } = localeSchema.safeParse(added);
  const isNew = isLanguage && !site.locales.includes(data);
  return (
    <fieldset>
      <legend>{texts.locales}</legend>
      <p className="help">{texts.localesHelp}</p>
      {errorOf('locales') && <p className="error">{errorOf('locales')}</p>}
      <OrderedList
        items={site.locales}
        keyOf={(locale) => locale}
        nameOf={nameOf}
        readOnly={readOnly}
        onMove={(from, to) => onChange({ locales: moved(site.locales, from, to) })}
        onRemove={(n) => onChange({ locales: site.locales.toSpliced(n, 1) })}
      >
        {(locale) => nameOf(locale)}
      </OrderedList>
      {!readOnly && (
        <div className="row">
          <TextField label={texts.addLocale} value={added} onChange={setAdded} />
          <p className="actions">
            <button
              type="button"
              disabled={!isNew}
              onClick={() => {
                onChange({ locales: [...site.locales, added] });
                setAdded('');
              }}
            >
              {texts.add}
            </button>
          </p>
        </div>
      )}
      <Choice
        label={texts.defaultLocale}
        help={texts.defaultLocaleHelp}
        value={site.defaultLocale}
        disabled={readOnly}
        error={errorOf('defaultLocale')}
        options={site.locales.map((locale) => [locale, nameOf(locale)] as const)}
        onChange={(defaultLocale) => onChange({ defaultLocale })}
      />
    </fieldset>
  );
};
