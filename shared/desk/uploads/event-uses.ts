import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import { deskTable, listIndex } from '../store/table.ts';

/** The working copy of an event, as far as it matters here. */
interface WithPictures {
  readonly id: string;
  readonly pictures: readonly { readonly uploadId: string }[];
}

const key = (eventId: string, uploadId: string) => keyOf(`EVENT#${eventId}`, `USES#${uploadId}`);

const list = (uploadId: string): string => `USES-OF#${uploadId}`;

const idsOf = (event: WithPictures | undefined): Set<string> =>
  new Set(event?.pictures.map(({ uploadId }) => uploadId) ?? []);

/** The writes by which uploads know that a version of an event has them as pictures, or has them no more. */
export const eventUseWrites = (event: WithPictures, previous: WithPictures | undefined): Write[] => {
  const [now, before] = [idsOf(event), idsOf(previous)];
  return [
    ...[...now]
      .filter((uploadId) => !before.has(uploadId))
      .map((uploadId) =>
        putWrite(deskTable, { ...key(event.id, uploadId), listPk: { S: list(uploadId) }, listSk: { S: event.id } }),
      ),
    ...[...before]
      .filter((uploadId) => !now.has(uploadId))
      .map((uploadId) => deleteWrite(deskTable, key(event.id, uploadId))),
  ];
};

/** The writes after which uploads do not know of an event any more. */
export const eventUseRemovals = (event: WithPictures): Write[] =>
  [...idsOf(event)].map((uploadId) => deleteWrite(deskTable, key(event.id, uploadId)));

/** The working copies of events that have an upload as a picture. */
export const readEventUses = async (uploadId: string): Promise<FieldLocation[]> => {
  const range = { pk: list(uploadId), index: listIndex, attributes: 'listSk' };
  const ids = await queryAll(deskTable, range, ({ listSk }) => listSk?.S ?? '');
  return ids.map((id) => ({ kind: 'event', id, field: 'pictures' }));
};
