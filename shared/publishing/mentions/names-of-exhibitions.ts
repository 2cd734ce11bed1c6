import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import type { Write } from '../../aws/transaction.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { readWithheldEntries } from '../../desk/exhibitions/reconcile-names.ts';
import { namesCheck } from '../../desk/mentions/withheld-names.ts';
import { type Mention, WithheldNames } from '../../model/names/withheld-names.ts';
import type { Site } from '../../model/site/site.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import type { FieldMentions, ReadShown } from './field-mentions.ts';
import { hashesOfTexts } from './text-hash.ts';

/** The names that consent withholds in some exhibitions. */
export interface NamesOfExhibitions {
  readonly names: WithheldNames;
  /** The exhibition of each entry that has a name. */
  readonly exhibitions: ReadonlyMap<string, string>;
  /** The writes that make a transaction fail where names change meanwhile, by the name of their condition. */
  checks(conditionName: string): Write[];
}

/**
 * Most exhibitions whose changes a publication notices while it writes: fewer where its transaction has no room for
 * them.
 */
const mostChecked = 40;

const concurrency = 8;

/** Reads the names that consent withholds in exhibitions at a time. */
export const readNamesOf = async (ids: readonly string[], now: Date, site: Site): Promise<NamesOfExhibitions> => {
  const all = await mapWithConcurrency(ids, concurrency, async (id) => ({ id, ...(await readWithheldEntries(id)) }));
  const entries = all.flatMap((one) => one.entries);
  return {
    names: new WithheldNames(entries, now, site.timeZone),
    exhibitions: new Map(all.flatMap(({ id, entries }) => entries.map(({ artworkId }) => [artworkId, id]))),
    checks: (conditionName) =>
      all.slice(0, mostChecked).map(({ id, stamp }) => ({ ...namesCheck(id, stamp, conditionName), isSpare: true })),
  };
};

/** How names are read. */
export type ReadNames = typeof readNamesOf;

/** Reads the names of the same exhibitions once, for many texts that are compared at one moment and not published. */
export const rememberedNames = (): ReadNames => {
  const known = new Map<string, Promise<NamesOfExhibitions>>();
  return (ids, now, site) => {
    const key = ids.toSorted().join(' ');
    const names = known.get(key) ?? readNamesOf(ids, now, site);
    known.set(key, names);
    return names;
  };
};

/**
 * The mentions, those of entries marked that are rated blind: no answer may link a name to one of them, so no editor
 * can confirm that another person is meant. Where the public reads the same text already, word for word, they are left
 * out: whatever is changed beside it would have to wait for the end of the rating.
 */
export const withHidden = async (
  found: readonly FieldMentions[],
  { exhibitions }: NamesOfExhibitions,
  readShown: ReadShown,
): Promise<FieldMentions[]> => {
  const exhibitionOf = ({ artworkId }: Pick<Mention, 'artworkId'>): string => exhibitions.get(artworkId) ?? '';
  const ids = [...new Set(found.flatMap(({ mentions }) => mentions.map(exhibitionOf)))];
  const read = await mapWithConcurrency(ids, concurrency, readExhibition);
  const blind = new Set(read.flatMap((one) => (one && isBlind(one) ? [one.id] : [])));
  if (blind.size === 0) return [...found];
  const shown = hashesOfTexts(await readShown());
  return found.map((field) => ({
    ...field,
    mentions: field.mentions.flatMap((one) => {
      if (!blind.has(exhibitionOf(one))) return [one];
      return shown.has(field.textHash) ? [] : [{ ...one, isHidden: true }];
    }),
  }));
};
