import type { ReactNode } from 'react';
import { useConsole } from '../../console-context.ts';
import type { WrittenContent } from '../../editing/written-kind.ts';
import { MarkdownField } from '../../text/markdown-field.tsx';
import { withValue } from '../content.ts';
import { AddressField, type AddressFieldProps } from './address-field.tsx';
import { InEachLanguage } from './in-each-language.tsx';
import { TextAt } from './text-at.tsx';
import { useFields } from './use-fields.ts';

interface TranslatedTextsProps extends Pick<AddressFieldProps, 'of' | 'saved'> {
  /** The text of its page, by its field; none where it has no page. */
  readonly text: { readonly field: 'body' | 'description'; readonly label: string } | undefined;
  /** What stands above the title of a language. */
  readonly above?: (locale: string) => ReactNode;
}

/** What is written in each language that is on the screen: title, summary, text, address. */
export const TranslatedTexts = ({ of, saved, text, above }: TranslatedTextsProps) => {
  const { words } = useConsole();
  const { content, change, errorOf, readOnly, locales } = useFields<WrittenContent>();
  const texts = words.fields;
  /** One language needs no name: its tab says which it is. */
  const called = (name: string, named: (name: string) => string) => (locales.length > 1 ? named(name) : name);
  return (
    <>
      <InEachLanguage>
        {(locale, named) => (
          <>
            {above?.(locale)}
            <TextAt path={['translations', locale, 'title']} label={called(texts.title, named)} lang={locale} />
          </>
        )}
      </InEachLanguage>
      <InEachLanguage>
        {(locale, named, isFirst) => (
          <TextAt
            path={['translations', locale, 'summary']}
            label={called(texts.summary, named)}
            help={isFirst ? texts.summaryHelp : undefined}
            lang={locale}
            lines={3}
          />
        )}
      </InEachLanguage>
      {text && (
        <>
          <InEachLanguage>
            {(locale, named) => (
              <MarkdownField
                label={called(text.label, named)}
                name={`translations.${locale}.${text.field}`}
                lang={locale}
                value={content.translations[locale]?.[text.field] ?? ''}
                error={errorOf(`translations.${locale}.${text.field}`)}
                onChange={(written) =>
                  change((now) => withValue(now, ['translations', locale, text.field], written || undefined))
                }
                {...{ readOnly, pictures: content.pictures }}
              />
            )}
          </InEachLanguage>
          <InEachLanguage>
            {(locale, named) => <AddressField {...{ of, saved, locale }} label={called(texts.slug, named)} />}
          </InEachLanguage>
        </>
      )}
    </>
  );
};
