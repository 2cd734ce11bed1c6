import type { ReactNode } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { languageName } from '../../words/language-name.ts';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

interface InEachLanguageProps {
  /**
   * Makes the field of a language; `named` puts that language behind a name. What helps is said once, beside the first.
   */
  readonly children: (locale: string, named: (name: string) => string, isFirst: boolean) => ReactNode;
}

/** The same field in each language that is on the screen. */
export const InEachLanguage = ({ children }: InEachLanguageProps) => {
  const { language } = useConsole();
  const { locales } = useFields();
  const { inLanguage } = useWords(fieldWords);
  return (
    <div className="in-languages">
      {locales.map((locale, n) => (
        <div key={locale}>{children(locale, (name) => inLanguage(name, languageName(locale, language)), n === 0)}</div>
      ))}
    </div>
  );
};
