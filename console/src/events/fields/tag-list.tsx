import { useId, useRef, useState } from 'react';
import { useConsole, useWords } from '../../console-context.ts';
import { Field, TextField } from '../../ui/field.tsx';
import type { Content } from '../content.ts';
import { withValue } from '../content.ts';
import { InEachLanguage } from './in-each-language.tsx';
import { useFields } from './use-fields.ts';
import { useKnownTags } from './use-known-tags.ts';
import { fieldWords } from './words.ts';

type Tag = Content['tags'][number];

/** What an event is about. A tag that another event has comes with its words in all languages. */
export const TagList = () => {
  const { language, site } = useConsole();
  const { content, change, errorOf, readOnly, locales } = useFields();
  const { names, tags: words, remove, removeThis } = useWords(fieldWords);
  const [isWanted, setWanted] = useState(false);
  const [text, setText] = useState('');
  const list = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  const known = useKnownTags(isWanted);
  const { tags } = content;
  const locale = locales.at(-1) ?? site.defaultLocale;
  const put = (make: (tags: readonly Tag[]) => readonly Tag[]) =>
    change((now) => ({ ...now, tags: [...make(now.tags)] }));
  const nameOf = (tag: Tag, n: number) => tag[language] || Object.values(tag).find(Boolean) || words.tag(n + 1);
  const add = () => {
    const name = text.trim();
    if (!name) return;
    put((all) => [...all, known.find((tag) => tag[locale] === name) ?? { [locale]: name }]);
    setText('');
  };
  const unused = known.flatMap((tag) => tag[locale] ?? []).filter((name) => !tags.some((tag) => tag[locale] === name));
  return (
    <fieldset ref={list} className="rows">
      <legend>{names.tags}</legend>
      <p className="help">{words.help}</p>
      {errorOf('tags') && <p className="error">{errorOf('tags')}</p>}
      {tags.map((tag, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tag has no id, and its place is how the API names it
        <div key={n} className="row">
          <InEachLanguage>
            {(one, named) => (
              <TextField
                label={named(words.tag(n + 1))}
                lang={one}
                name={`tags.${n}.${one}`}
                readOnly={readOnly}
                value={tag[one] ?? ''}
                error={errorOf(`tags.${n}.${one}`)}
                // A tag that has a name in another language only is known by that.
                help={tag[one] || locales.length > 1 ? undefined : nameOf(tag, n)}
                onChange={(name) => put((all) => all.toSpliced(n, 1, withValue(tag, [one], name || undefined)))}
              />
            )}
          </InEachLanguage>
          {!readOnly && (
            <button
              type="button"
              aria-label={removeThis(nameOf(tag, n))}
              onClick={() => {
                put((all) => all.toSpliced(n, 1));
                requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('.new input')?.focus());
              }}
            >
              {remove}
            </button>
          )}
        </div>
      ))}
      {!readOnly && (
        <div className="row new">
          <Field label={words.add}>
            {(control) => (
              <input
                {...control}
                lang={locale}
                list={id}
                value={text}
                onFocus={() => setWanted(true)}
                onChange={({ target }) => setText(target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  // Enter would save the whole.
                  event.preventDefault();
                  add();
                }}
              />
            )}
          </Field>
          <datalist id={id}>
            {unused.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <button type="button" disabled={!text.trim()} onClick={add}>
            {words.addButton}
          </button>
        </div>
      )}
    </fieldset>
  );
};
