import { useConsole, useWords } from '../console-context.ts';
import { languageName } from '../words/language-name.ts';
import { publicationWords } from './words.ts';

interface LocaleChoiceProps {
  readonly locales: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Why a language cannot be chosen. */
  readonly refusalOf?: (locale: string) => string | undefined;
  readonly helpOf?: (locale: string) => string | undefined;
}

/** A choice of several languages. */
export const LocaleChoice = ({ locales, chosen, onChange, refusalOf, helpOf }: LocaleChoiceProps) => {
  const { language } = useConsole();
  const texts = useWords(publicationWords);
  return (
    <fieldset>
      <legend>{texts.which}</legend>
      {locales.map((locale) => {
        const refusal = refusalOf?.(locale);
        const help = refusal ?? helpOf?.(locale);
        return (
          <label key={locale} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(locale)}
              disabled={refusal !== undefined}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, locale] : chosen.filter((one) => one !== locale))
              }
            />
            {languageName(locale, language)}
            {help && <small> {help}</small>}
          </label>
        );
      })}
    </fieldset>
  );
};
