import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useConsole, useWords } from '../console-context.ts';
import { TextField } from '../ui/field.tsx';
import { moved } from '../ui/moved.ts';
import { OrderedList } from '../ui/ordered-list.tsx';
import { languageName } from '../words/language-name.ts';
import type { Site } from './site.ts';
import { siteWords } from './words.ts';

type Labelled = Site['categories'][number];

interface LabelledListProps {
  readonly name: 'categories' | 'campaigns';
  readonly items: readonly Labelled[];
  /** Addresses that are saved: they stay as they are. */
  readonly known: readonly string[];
  readonly locales: readonly string[];
  readonly readOnly: boolean;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (items: readonly Labelled[]) => void;
}

/** The sections or the campaigns of the site: address and name of each, in their order. */
export const LabelledList = ({ name, items, known, locales, readOnly, errorOf, onChange }: LabelledListProps) => {
  const { language } = useConsole();
  const texts = useWords(siteWords);
  const box = useRef<HTMLFieldSetElement>(null);
  const nameOf = ({ slug, label }: Labelled) =>
    label[language] ?? locales.map((one) => label[one]).find(Boolean) ?? (slug || texts.newItem);
  const put = (n: number, item: Labelled) => onChange(items.toSpliced(n, 1, item));
  const add = () => {
    // At once: what is typed next belongs into the new row.
    flushSync(() => onChange([...items, { slug: '', label: {} }]));
    box.current?.querySelector<HTMLElement>('li:last-child input')?.focus();
  };
  const [title, help, adding] = {
    categories: [texts.categories, texts.categoriesHelp, texts.addCategory] as const,
    campaigns: [texts.campaigns, texts.campaignsHelp, texts.addCampaign] as const,
  }[name];
  return (
    <fieldset ref={box}>
      <legend>{title}</legend>
      <p className="help">{help}</p>
      {errorOf(name) && <p className="error">{errorOf(name)}</p>}
      <OrderedList
        items={items}
        keyOf={(item) => (known.includes(item.slug) ? item.slug : `new ${items.indexOf(item)}`)}
        nameOf={nameOf}
        readOnly={readOnly}
        onMove={(from, to) => onChange(moved(items, from, to))}
        onRemove={(n) => onChange(items.toSpliced(n, 1))}
      >
        {(item, n) => (
          <div className="row">
            {locales.map((locale) => (
              <TextField
                key={locale}
                lang={locale}
                label={texts.labelIn(languageName(locale, language))}
                value={item.label[locale] ?? ''}
                error={errorOf(`${name}.${n}.label.${locale}`)}
                readOnly={readOnly}
                onChange={(text) => {
                  const { [locale]: _, ...others } = item.label;
                  put(n, { ...item, label: text ? { ...item.label, [locale]: text } : others });
                }}
              />
            ))}
            <TextField
              label={texts.slug}
              help={known.includes(item.slug) ? undefined : texts.slugHelp}
              value={item.slug}
              error={errorOf(`${name}.${n}.slug`)}
              readOnly={readOnly || known.includes(item.slug)}
              onChange={(slug) => put(n, { ...item, slug })}
            />
          </div>
        )}
      </OrderedList>
      {!readOnly && (
        <button type="button" onClick={add}>
          {adding}
        </button>
      )}
    </fieldset>
  );
};
