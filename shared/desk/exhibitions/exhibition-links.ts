import { batchesOf } from '../../aws/batches-of.ts';
import { getItem, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import type { Event } from '../../model/events/event.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { deskTable } from '../store/table.ts';

/**
 * Which exhibitions an event is related to: those of its campaign, and those that name it. Small items, written with
 * the exhibition itself.
 */
const partition = (kind: 'campaign' | 'event', name: string): string => `EXHIBITIONS-OF#${kind}#${name}`;

const partitionsOf = ({ campaign, eventIds }: Pick<Exhibition, 'campaign' | 'eventIds'>): string[] => [
  ...(campaign ? [partition('campaign', campaign)] : []),
  ...new Set(eventIds.map((id) => partition('event', id))),
];

/** The writes that update the links of an exhibition with a change of it. */
export const linkWrites = (exhibition: Exhibition, previous: Exhibition | undefined): Write[] => {
  const [before, after] = [previous ? partitionsOf(previous) : [], partitionsOf(exhibition)];
  return [
    ...after.filter((pk) => !before.includes(pk)).map((pk) => putWrite(deskTable, keyOf(pk, exhibition.id))),
    ...before.filter((pk) => !after.includes(pk)).map((pk) => deleteWrite(deskTable, keyOf(pk, exhibition.id))),
  ];
};

/** The writes that remove the links of an erased exhibition. */
export const linkRemovals = (exhibition: Exhibition): Write[] =>
  partitionsOf(exhibition).map((pk) => deleteWrite(deskTable, keyOf(pk, exhibition.id)));

const completeKey = keyOf('EXHIBITIONS-OF', 'COMPLETE');

/** True if the exhibitions that were stored before links were kept have theirs. */
const areComplete = async (): Promise<boolean> => (await getItem(deskTable, completeKey)) !== undefined;

/** How many exhibitions one transaction links: each has at most 21. */
const lot = 4;

const linked = (pk: string): Promise<string[]> => queryAll(deskTable, { pk }, ({ sk }) => sk?.S ?? '');

/**
 * The exhibitions that an event names or that name it, and the others of its campaign. `readAll` gives those that have
 * no links yet.
 */
export const exhibitionsOf = async (
  { id, campaign, exhibitionId }: Pick<Event, 'id' | 'campaign' | 'exhibitionId'>,
  readAll: () => Promise<readonly Exhibition[]>,
): Promise<{ named: string[]; ofCampaign: string[] }> => {
  if (!(await areComplete())) await linkAll(await readAll());
  const [naming, all] = await Promise.all([
    linked(partition('event', id)),
    campaign ? linked(partition('campaign', campaign)) : [],
  ]);
  const named = [...new Set([...(exhibitionId ? [exhibitionId] : []), ...naming])];
  return { named, ofCampaign: all.filter((one) => !named.includes(one)) };
};

const linkAll = async (exhibitions: readonly Exhibition[]): Promise<void> => {
  for (const batch of batchesOf(exhibitions, lot)) {
    const writes = batch.flatMap((exhibition) => linkWrites(exhibition, undefined));
    if (writes.length > 0) await writeTogether(writes);
  }
  await writeItem(putWrite(deskTable, completeKey));
};
