import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { getItem, keyOf } from '../../aws/table.ts';
import { putWrite } from '../../aws/table-writes.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { uploadsOfTexts } from '../../model/files/text-pictures.ts';
import { UnavailableError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { readAllEvents } from '../events/all-events.ts';
import { readAllExhibitions } from '../exhibitions/all-exhibitions.ts';
import { readArtworks } from '../exhibitions/artworks.ts';
import { deskTable } from '../store/table.ts';
import { readUnusedUploadsPage } from '../uploads/unused-uploads.ts';
import { enteredUploads, uploadEntryWrites } from '../uploads/upload-entries.ts';
import { readUploads } from '../uploads/uploads.ts';

const concurrency = 8;

/** How long a request for a list enters uploads before it is refused, in milliseconds. */
const requestBudgetMs = 8_000;

/** Set once the uploads of an earlier release are entered in the lists. */
const progressKey = keyOf('LISTS', 'UPLOADS-ENTERED');

/**
 * The ids of the uploads that there may be, some at a time: those that nothing has used, those of events, and those of
 * artworks.
 */
async function* knownUploads(): AsyncGenerator<string[]> {
  let after: string | undefined;
  do {
    const { items, last } = await readUnusedUploadsPage('~', 100, after);
    yield items.map(({ id }) => id);
    after = last;
  } while (after !== undefined);
  let ids: string[] = [];
  for await (const { pictures, translations } of readAllEvents()) {
    ids.push(...pictures.map(({ uploadId }) => uploadId), ...uploadsOfTexts(translations).keys());
    if (ids.length < 100) continue;
    yield ids;
    ids = [];
  }
  yield ids;
  for (const { id } of await readAllExhibitions()) {
    yield (await readArtworks(id)).flatMap(({ uploadId }) => uploadId ?? []);
  }
}

/**
 * Enters the uploads that an earlier release has stored in the lists; true once all are. It is done once for a table,
 * by the hourly maintenance or by requests for a list: what is entered already costs each little.
 */
export const fileUploads = async (until = Number.POSITIVE_INFINITY): Promise<boolean> => {
  if (await getItem(deskTable, progressKey)) return true;
  for await (const ids of knownUploads()) {
    const entered = await enteredUploads([...new Set(ids)]);
    const missing = await readUploads(ids.filter((id) => !entered.has(id)));
    await mapWithConcurrency([...missing.values()], concurrency, (upload) => writeTogether(uploadEntryWrites(upload)));
    if (performance.now() > until) return false;
  }
  await writeItem(putWrite(deskTable, progressKey));
  return true;
};

/** Refuses a list for the moment as long as it would lack uploads of an earlier release, and enters more of them. */
export const requireFiledUploads = async (): Promise<void> => {
  if (await fileUploads(performance.now() + requestBudgetMs)) return;
  throw new UnavailableError(reason('listsInPreparation'));
};
