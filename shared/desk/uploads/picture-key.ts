import { createHmac, randomBytes } from 'node:crypto';
import { isWithin, type ReadAt, readNow } from '../../aws/read-at.ts';
import { getItem, type Item, keyOf } from '../../aws/table.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { deskTable } from '../store/table.ts';

/** The secret by which the desk names pictures, in an item that no list and no answer is made from. */
const pictureKeyItem = keyOf('PICTURES', 'KEY');

/** How much of what an earlier version has stored is indexed by picture; `isDone` where all of it is. */
interface IndexProgress {
  readonly kind: 'exhibitions' | 'events';
  readonly after?: string | undefined;
  readonly isDone: boolean;
}

interface PictureKey {
  readonly secret: Buffer | undefined;
  readonly progress: IndexProgress;
}

const fromItem = (item: Item | undefined): PictureKey => {
  const [kind = 'exhibitions', after] = item?.indexedUpTo?.S?.split('#') ?? [];
  return {
    secret: item?.secret?.S === undefined ? undefined : Buffer.from(item.secret.S, 'base64url'),
    progress: { kind: kind === 'events' ? kind : 'exhibitions', isDone: kind === 'done', ...(after && { after }) },
  };
};

/** How long a function trusts a key whose index is complete, in milliseconds: a restored table may have another. */
const trusted = 10_000;

let held: { readonly key: PictureKey; readonly at: ReadAt } | undefined;

const readKey = async (): Promise<PictureKey> => {
  if (held && isWithin(trusted, held.at)) return held.key;
  const at = readNow();
  const key = fromItem(await getItem(deskTable, pictureKeyItem));
  held = key.secret && key.progress.isDone ? { key, at } : undefined;
  return key;
};

/** Two functions that make the key at the same moment end with the same one. */
const makeSecret = async (): Promise<Buffer> => {
  const secret = randomBytes(32);
  const change = { text: 'SET secret = :secret', values: { secret: secret.toString('base64url') } };
  const isFirst = await writeItem(
    updateWrite(deskTable, pictureKeyItem, change, { text: 'attribute_not_exists(secret)' }),
  );
  const made = isFirst ? secret : (await readKey()).secret;
  if (!made) throw new Error('The key of the pictures was made by another worker, and is gone again.');
  return made;
};

/**
 * What the desk calls a picture: HMAC-SHA-256 of the SHA-256 of its bytes. It identifies the same bytes again. Without
 * the key it cannot be tested whether a given file was ever here.
 */
export const pictureHash = async (sha256: string): Promise<string> => {
  const secret = (await readKey()).secret ?? (await makeSecret());
  return createHmac('sha256', secret).update(Buffer.from(sha256, 'hex')).digest('base64url');
};

/** Beside the key: a table that loses one loses both, and indexing starts again. */
export const readIndexProgress = async (): Promise<IndexProgress> => (await readKey()).progress;

/** Records how far indexing is, so that another worker can continue. */
export const saveIndexProgress = async ({ kind, after, isDone }: IndexProgress): Promise<void> => {
  const indexed = isDone ? 'done' : [kind, ...(after ? [after] : [])].join('#');
  const change = { text: 'SET indexedUpTo = :indexed', values: { indexed } };
  await writeItem(updateWrite(deskTable, pictureKeyItem, change));
};
