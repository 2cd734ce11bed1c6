import { getMany } from '../../aws/get-many.ts';
import type { Item, Key } from '../../aws/table.ts';
import { exhibitionKey } from '../store/exhibition.ts';
import { slugsKey } from '../store/page.ts';
import { slugsIn } from '../store/read.ts';
import { publicExhibitionIn } from '../store/read-exhibition.ts';
import { showcaseTable } from '../store/table.ts';
import { viewsKey } from '../store/views.ts';
import type { CountedName } from './counts-file.ts';

/** How each kind says whether it is public. */
const kinds = {
  events: { kind: 'event', publicKey: (id: string) => slugsKey(id), read: slugsIn },
  exhibitions: { kind: 'exhibition', publicKey: exhibitionKey, read: publicExhibitionIn },
} as const;

const partsOf = (name: CountedName) => {
  const [folder, id = ''] = name.split('/') as [keyof typeof kinds, string];
  const { kind, publicKey, read } = kinds[folder];
  return { publicKey: publicKey(id), viewsKey: viewsKey({ kind, id }), read };
};

const nameOf = ({ pk, sk }: Item | Key): string => `${pk?.S} ${sk?.S}`;

/** Whether an item says that something is public. One that cannot be read says that of nothing. */
const isPublic = (item: Item | undefined, read: (item: Item, now: Date) => unknown, now: Date): boolean => {
  try {
    const found = item && read(item, now);
    return found !== undefined && found !== 'gone' && found !== false;
  } catch {
    return false;
  }
};

/** How often each was viewed here, of those that are public now and were viewed at all, in the order of `names`. */
export const readCounts = async (names: readonly CountedName[], now: Date): Promise<Record<CountedName, number>> => {
  const wanted = names.map((name) => ({ name, ...partsOf(name) }));
  const keys = wanted.flatMap(({ publicKey, viewsKey: counted }) => [publicKey, counted]);
  // What was counted a moment ago, and withdrawn.
  const items = new Map(
    (await getMany(showcaseTable, keys, { isConsistent: true })).map((item) => [nameOf(item), item]),
  );
  return Object.fromEntries(
    wanted.flatMap(({ name, publicKey, viewsKey: counted, read }) => {
      const views = Number(items.get(nameOf(counted))?.views?.N ?? 0);
      return views > 0 && isPublic(items.get(nameOf(publicKey)), read, now) ? [[name, views]] : [];
    }),
  );
};
