import { itemKindOf } from '../../../../shared/model/event-kind.ts';
import { useConsole } from '../../console-context.ts';
import { MarkdownField } from '../../text/markdown-field.tsx';
import { type StaffEvent, withValue } from '../content.ts';
import { AddressField } from './address-field.tsx';
import { InEachLanguage } from './in-each-language.tsx';
import { OutdatedNote } from './outdated-note.tsx';
import { TextAt } from './text-at.tsx';
import { useFields } from './use-fields.ts';

interface TranslationFieldsProps {
  readonly event: StaffEvent | undefined;
  readonly changed: (event: StaffEvent) => void;
}

/** The texts of each language that is on the screen. The text of a notice is its title, and it has no page. */
export const TranslationFields = ({ event, changed }: TranslationFieldsProps) => {
  const { words } = useConsole();
  const { content, change, errorOf, readOnly, locales } = useFields();
  const texts = words.fields;
  const item = itemKindOf(content);
  const isNotice = item === 'notice';
  /** One language needs no name: its tab says which it is. */
  const called = (name: string, named: (name: string) => string) => (locales.length > 1 ? named(name) : name);
  return (
    <>
      <InEachLanguage>
        {(locale, named) => (
          <>
            {event?.outdatedLocales.includes(locale) && <OutdatedNote {...{ event, locale, changed }} />}
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
      {!isNotice && (
        <>
          <InEachLanguage>
            {(locale, named) => (
              <MarkdownField
                label={called(texts.body, named)}
                name={`translations.${locale}.body`}
                lang={locale}
                value={content.translations[locale]?.body ?? ''}
                error={errorOf(`translations.${locale}.body`)}
                onChange={(text) =>
                  change((now) => withValue(now, ['translations', locale, 'body'], text || undefined))
                }
                {...{ readOnly, pictures: content.pictures }}
              />
            )}
          </InEachLanguage>
          <InEachLanguage>
            {(locale, named) => (
              <AddressField
                of={item === 'page' ? 'pages' : 'events'}
                saved={event}
                locale={locale}
                label={called(texts.slug, named)}
              />
            )}
          </InEachLanguage>
        </>
      )}
    </>
  );
};
