import { useEffect, useState } from 'react';
import { useAddress } from '../ui/use-address.ts';
import type { EntryFilter } from './filter-entries.ts';

const names = ['consent', 'region', 'rated', 'problem', 'in', 'view'] as const;

type Name = (typeof names)[number];

const wordsOfAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('q') ?? '';

/**
 * Which entries are shown, as the address says. What is searched for may be a child's name: it stands behind the `#`,
 * which no browser sends to any server and no log gets to know.
 */
export const useEntryFilter = () => {
  const [search, set] = useAddress();
  const [q, setQ] = useState(wordsOfAddress);
  const query = search.toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query has left the words out of the address
  useEffect(() => {
    const hash = q === '' ? '' : `#${new URLSearchParams({ q })}`;
    if (location.hash !== hash)
      history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  }, [q, query]);
  useEffect(() => {
    const read = () => setQ(wordsOfAddress());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const values = Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
  const filter: EntryFilter & Partial<Record<Name, string>> = { ...values, q };
  const isFiltered = q !== '' || (['consent', 'region', 'rated', 'problem'] as const).some((name) => filter[name]);
  const clear = () => {
    setQ('');
    set({ consent: '', region: '', rated: '', problem: '' });
  };
  return { filter, q, setQ, set: set as (changes: Partial<Record<Name, string>>) => void, isFiltered, clear };
};
