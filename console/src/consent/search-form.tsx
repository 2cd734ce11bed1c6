import { type FormEvent, useState } from 'react';
import { type ConsentFilter, consentFilters } from '../../../shared/model/people/consent-filter.ts';
import { useWords } from '../console-context.ts';
import { Choice, TextField } from '../ui/field.tsx';
import { consentWords } from './words.ts';

/** What is looked for: a person by name, or a list. A name stands in no address, since addresses are kept. */
export type Sought = { readonly name: string } | { readonly filter: ConsentFilter };

/** The name of a person, or one of the lists. */
export const SearchForm = ({
  sought,
  onSearch,
}: {
  sought: Sought | undefined;
  onSearch: (sought: Sought) => void;
}) => {
  const texts = useWords(consentWords);
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim().length > 1) onSearch({ name: name.trim() });
  };
  return (
    <search className="consent-search">
      <form onSubmit={submit} autoComplete="off">
        <TextField label={texts.name} help={texts.nameHelp} value={name} onChange={setName} />
        <button type="submit" className="primary" disabled={name.trim().length < 2}>
          {texts.search}
        </button>
      </form>
      <Choice
        label={texts.list}
        value={sought && 'filter' in sought ? sought.filter : ''}
        options={(['', ...consentFilters] as const).map((one) => [one, texts.lists[one]])}
        onChange={(filter) => filter && onSearch({ filter: filter as ConsentFilter })}
      />
    </search>
  );
};
