import { isSameJson } from '../../../../shared/model/json/is-same-json.ts';
import type { Entry } from '../entry.ts';
import { valueAt } from '../entry-columns.ts';
import type { PastedEntry } from './plan-paste.ts';

/** The changes that put back what pasting has replaced. What was changed again since then, by whomever, stays. */
export const undoPaste = (
  pasted: readonly PastedEntry[],
  read: (id: string) => Entry | undefined,
  /** What a field holds, with what is not saved yet. */
  shown: (entry: Entry, path: string) => unknown,
) =>
  pasted.flatMap(({ entry: before, cells }) => {
    const entry = read(before.id);
    if (!entry) return [];
    const same = cells.filter(({ path, value }) => isSameJson(shown(entry, path), value));
    const isArtists = (path: string) => path.startsWith('artist.');
    // An artist who came with the cells goes as a whole: without a name there is none. One whom an editor has completed
    // stays.
    const isStored = valueAt(entry, 'artist') !== undefined;
    const hasCome = isStored && !before.artist && cells.some(({ path }) => isArtists(path));
    const isUntouched = Object.keys(entry.artist ?? {}).every(
      (name) => name === 'isMinor' || same.some(({ path }) => path.endsWith(`.${name}`)),
    );
    const values = same
      .filter(({ path }) => !(hasCome && isArtists(path)))
      .map(({ path, before: value }) => ({ path, value }));
    if (hasCome && isUntouched) values.push({ path: 'artist', value: undefined });
    return values.length > 0 ? [{ entry, values }] : [];
  });
