import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { languageName } from '../words/language-name.ts';
import type { PublicationSource, PublishedItem } from './publication-source.ts';
import { publicationWords } from './words.ts';

/** As what windows open: a phone of today, or as a tab. */
const features = { computer: '', phone: 'popup,width=390,height=844', print: '' } as const;

type View = keyof typeof features;

/** Prints a page once it is loaded. One of another site stays as it is: it may not be asked. */
const printWhenLoaded = (opened: Window): void => {
  const timer = setInterval(() => {
    try {
      if (opened.closed) return clearInterval(timer);
      if (opened.location.href === 'about:blank' || opened.document.readyState !== 'complete') return;
      opened.print();
    } catch {}
    clearInterval(timer);
  }, 100);
};

interface PreviewsProps {
  readonly item: PublishedItem;
  readonly source: PublicationSource;
  readonly isDirty: boolean;
  /** The language that is written in: shown first, until another is chosen. */
  readonly written: string;
}

/** Shows an item as readers will see it: in a language, on a computer, on a phone, or as it is printed. */
export const Previews = ({ item, source, isDirty, written }: PreviewsProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(publicationWords);
  const locales = site.locales.filter((locale) => item.translations[locale]?.title);
  const [chosen, setChosen] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [isBlocked, setBlocked] = useState(false);
  const locale = locales.find((one) => one === (chosen ?? written)) ?? locales[0];
  if (!locale) return null;
  const show = async (view: View) => {
    setFailure(undefined);
    // A window that opens later than the click is blocked by some browsers.
    const opened = window.open('', '_blank', features[view]);
    setBlocked(!opened);
    if (!opened) return;
    opened.opener = null;
    try {
      opened.location.replace((await source.ownPreview(item.version, locale)).url);
      if (view === 'print') printWhenLoaded(opened);
    } catch (error) {
      opened.close();
      setFailure(error);
    }
  };
  return (
    <section aria-labelledby="previews">
      <h3 id="previews">{texts.preview}</h3>
      <p className="actions">
        <select aria-label={texts.previewLanguage} value={locale} onChange={({ target }) => setChosen(target.value)}>
          {locales.map((one) => (
            <option key={one} value={one}>
              {languageName(one, language)}
            </option>
          ))}
        </select>
        {(Object.keys(features) as View[]).map((view) => (
          <button key={view} type="button" disabled={isDirty} onClick={() => void show(view)}>
            {texts.views[view]}
          </button>
        ))}
      </p>
      {isBlocked && (
        <p role="alert" className="failure">
          {texts.blocked}
        </p>
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
    </section>
  );
};
