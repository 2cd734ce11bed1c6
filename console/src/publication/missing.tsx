import { useConsole, useWords } from '../console-context.ts';
import { localeOf } from '../events/fields/locale-of.ts';
import { Failure } from '../ui/failure.tsx';
import { languageName } from '../words/language-name.ts';
import type { PublicationSource, PublishedItem, Seen } from './publication-source.ts';
import { Refusals } from './refusals.tsx';
import { usePublicationCheck } from './use-publication-check.ts';
import { publicationWords } from './words.ts';

interface MissingProps {
  readonly item: PublishedItem;
  readonly source: PublicationSource;
  readonly onField: ((path: string) => void) | undefined;
  readonly onConfirm: ((seen: Seen) => void) | undefined;
}

/** What an item lacks for publication, language by language, before an editor tries to publish it. */
export const Missing = ({ item, source, onField, onConfirm }: MissingProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(publicationWords);
  const check = usePublicationCheck(item, source);
  if (check.error) return <Failure error={check.error} words={words} retry={() => void check.refetch()} />;
  if (!check.data) return null;
  const { errors, warnings } = check.data;
  const groups = [undefined, ...site.locales].map((locale) => ({
    locale,
    found: errors.filter(({ path }) => localeOf(path, site.locales) === locale),
    isBegun: locale === undefined || item.translations[locale] !== undefined,
  }));
  return (
    <section aria-labelledby="missing">
      {errors.length === 0 ? (
        <p id="missing">{texts.nothingMissing}</p>
      ) : (
        <>
          <h3 id="missing">{texts.missing}</h3>
          {groups
            .filter(({ found, isBegun }) => found.length > 0 || !isBegun)
            .map(({ locale, found, isBegun }) => (
              <div key={locale ?? ''}>
                <h4>{locale ? languageName(locale, language) : texts.generally}</h4>
                {isBegun ? (
                  <Refusals {...{ item, source, onField, onConfirm }} errors={found} />
                ) : (
                  <p className="help">{texts.notWritten}</p>
                )}
              </div>
            ))}
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h3>{texts.worthALook}</h3>
          <Refusals {...{ item, source, onField }} errors={warnings} />
        </>
      )}
    </section>
  );
};
