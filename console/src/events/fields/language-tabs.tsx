import { type ContentKind, itemKindOf } from '../../../../shared/model/events/event-kind.ts';
import { useConsole, useWords } from '../../console-context.ts';
import type { WrittenContent } from '../../editing/written-kind.ts';
import { languageName } from '../../words/language-name.ts';
import { localeOf } from './locale-of.ts';
import { fieldWords } from './words.ts';

interface LanguageTabsProps {
  readonly content: WrittenContent & { readonly kind?: ContentKind | undefined };
  readonly refused: readonly string[];
  readonly outdated: readonly string[];
  readonly locale: string;
  readonly onChoose: (locale: string) => void;
}

/**
 * The languages of the site, with what each lacks: a text, the last change of the original, or a field that the API
 * takes.
 */
export const LanguageTabs = ({ content, refused, outdated, locale, onChoose }: LanguageTabsProps) => {
  const { language, site } = useConsole();
  const { languages: words } = useWords(fieldWords);
  const marksOf = (one: string): readonly (readonly [sign: string, meaning: string])[] => {
    const { title, description, body = description } = content.translations[one] ?? {};
    const isWhole = title && (body || itemKindOf(content) === 'notice');
    return [
      ...(refused.some((path) => localeOf(path, site.locales) === one) ? [['⚠', words.refused] as const] : []),
      ...(isWhole ? [] : [['○', title || body ? words.incomplete : words.missing] as const]),
      ...(outdated.includes(one) ? [['↻', words.outdated] as const] : []),
    ];
  };
  return (
    <div role="tablist" aria-label={words.title} className="tabs">
      {site.locales.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={one === locale}
          aria-controls="text"
          tabIndex={one === locale ? 0 : -1}
          onClick={() => onChoose(one)}
          onKeyDown={({ key, currentTarget }) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
            if (!step) return;
            const { length } = site.locales;
            const next = site.locales[(site.locales.indexOf(one) + step + length) % length] ?? one;
            onChoose(next);
            currentTarget.parentElement?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
          }}
        >
          <span className="code">{one}</span>
          <span className="name">{languageName(one, language)}</span>
          {marksOf(one).map(([sign, meaning]) => (
            <span key={sign} className="mark" title={meaning}>
              <span aria-hidden="true">{sign}</span>
              <span className="unseen">, {meaning}</span>
            </span>
          ))}
        </button>
      ))}
    </div>
  );
};
