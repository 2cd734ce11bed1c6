import { batchesOf } from '../../aws/batches-of.ts';
import { keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import type { Event } from '../../model/events/event.ts';
import { type ItemKind, itemKindOf } from '../../model/events/event-kind.ts';
import { deskTable, listIndex } from '../store/table.ts';

/** Most words in a transaction: beside them stands the check of the event's version. */
const batchSize = 99;

const prefix = 'WORD#';

const key = (id: string, term: string) => keyOf(`EVENT#${id}`, `${prefix}${term}`);

const names = { event: 'EVENT', page: 'PAGE', notice: 'NOTICE' } as const satisfies Record<ItemKind, string>;

/** The partition of the index with the words that begin with a letter. */
const wordList = (kind: ItemKind, term: string): string => `${names[kind]}-WORDS#${[...term][0]}`;

/**
 * The transactions that enter an event under words, as long as `check` holds of it. They go before the version that has
 * them: so no event lacks a word, and one that has a word no more is told by its facts. They are no part of the
 * version's own transaction, which would hold too much.
 */
export const wordWrites = (
  { id, ...event }: Pick<Event, 'id' | 'kind'>,
  terms: readonly string[],
  check: Write | undefined,
): Write[][] =>
  batchesOf(terms, batchSize).map((batch) => [
    ...(check ? [check] : []),
    ...batch.map((term) =>
      putWrite(deskTable, {
        ...key(id, term),
        listPk: { S: wordList(itemKindOf(event), term) },
        listSk: { S: `${term}#${id}` },
      }),
    ),
  ]);

/** Takes an event out of the lists of words. */
export const removeWords = async (id: string, terms: readonly string[]): Promise<void> => {
  for (const batch of batchesOf(terms, batchSize)) {
    await writeTogether(batch.map((term) => deleteWrite(deskTable, key(id, term))));
  }
};

/** Takes an event out of the list of every word under which it was ever entered. */
export const removeAllWords = async (id: string): Promise<void> => {
  const range = { pk: `EVENT#${id}`, beginsWith: prefix, attributes: 'sk' };
  await removeWords(id, await queryAll(deskTable, range, ({ sk }) => sk?.S?.slice(prefix.length) ?? ''));
};

/**
 * The ids of at most `limit` events that have a word with a beginning in a title, each once; `last` where there are
 * more.
 */
export const readIdsByWord = async (kind: ItemKind, beginning: string, limit: number): Promise<Page<string>> => {
  const { items, last } = await queryPage(
    deskTable,
    { pk: wordList(kind, beginning), index: listIndex, beginsWith: beginning, limit, attributes: 'listSk' },
    ({ listSk }) => listSk?.S?.split('#')[1] ?? '',
  );
  return { items: [...new Set(items)], last };
};
