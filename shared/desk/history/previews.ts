import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ulid } from 'ulid';
import * as z from 'zod';
import { jsonOf } from '../../aws/document.ts';
import { expiry } from '../../aws/expiry.ts';
import { keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { type PreviewSubject, previewEndsCheck, readPreviewEnds } from './preview-ends.ts';
import type { RevisedItem } from './revisions.ts';

/** What a preview link shows, of an event or an exhibition, and until when. Of its secret only the hash is kept. */
const previewSchema = z.strictObject({
  eventId: idSchema.optional(),
  exhibitionId: idSchema.optional(),
  version: z.int().positive(),
  locale: localeSchema,
  expiresAt: z.iso.datetime(),
  createdBy: z.string(),
  secretHash: z.string(),
  /** How often the previews of each subject had been ended when it was made; version 0.1.0 did not keep it. */
  follows: z.record(z.string(), z.int().nonnegative()).optional(),
});

type StoredPreview = z.output<typeof previewSchema>;

/** What a preview link shows: a version of an item in a language. */
type Preview = Omit<StoredPreview, 'secretHash' | 'eventId' | 'exhibitionId'> & { readonly item: RevisedItem };

/** Version 0.2.0 knows those of events only: it must not find the others. */
const key = ({ kind }: RevisedItem, id: string) =>
  keyOf(`PREVIEW#${id}`, kind === 'event' ? 'PREVIEW' : 'EXHIBITION-PREVIEW');

/** Name of the list that holds the previews of an event or exhibition. */
export const previewList = (id: string): string => `PREVIEWS#${id}`;

const itemOf = ({ eventId, exhibitionId = '' }: StoredPreview): RevisedItem =>
  eventId ? { kind: 'event', id: eventId } : { kind: 'exhibition', id: exhibitionId };

const withoutSecret = (stored: StoredPreview): Preview => {
  const { secretHash: _, eventId: _event, exhibitionId: _exhibition, ...preview } = stored;
  return { ...preview, item: itemOf(stored) };
};

const hashOf = (secret: string): string => hash('sha256', secret, 'base64url');

/**
 * Makes a preview that ends with the previews of any of its subjects, together with `others`. `token` is what a viewer
 * must present; it is stored nowhere.
 */
export const savePreview = async (
  request: Omit<Preview, 'createdBy' | 'follows'>,
  subjects: readonly PreviewSubject[],
  context: ActionContext,
  others: readonly Write[] = [],
): Promise<{ id: string; token: string }> => {
  const follows = await readPreviewEnds(subjects);
  const id = ulid(context.now.getTime());
  const secret = randomBytes(32).toString('base64url');
  const { item, ...facts } = request;
  const named = item.kind === 'event' ? { eventId: item.id } : { exhibitionId: item.id };
  const stored: StoredPreview = { ...named, ...facts, createdBy: context.by, follows, secretHash: hashOf(secret) };
  await writeTogether([
    putWrite(deskTable, {
      ...key(item, id),
      preview: { S: JSON.stringify(stored) },
      listPk: { S: previewList(item.id) },
      listSk: { S: `${context.now.toISOString()}#${id}` },
      // The table deletes it some time after.
      ...expiry(stored.expiresAt),
    }),
    auditWrite(context, 'preview.created', item.id, { version: stored.version }),
    ...Object.entries(follows).map(([subject, ended]) => previewEndsCheck(subject, ended)),
    ...others,
  ]);
  return { id, token: `${id}.${secret}` };
};

const previewOf = jsonOf(previewSchema, 'preview');

const readStored = async (id: string): Promise<StoredPreview | undefined> =>
  (await queryAll(deskTable, { pk: `PREVIEW#${id}` }, previewOf))[0];

/** A preview by its id; `undefined` where there is none. */
export const readPreview = async (id: string): Promise<Preview | undefined> => {
  const stored = await readStored(id);
  return stored && withoutSecret(stored);
};

/** The preview that a token opens; `undefined` where it is wrong, revoked, ended or expired. */
export const readPreviewByToken = async (token: string, now: Date): Promise<Preview | undefined> => {
  const [id = '', secret = ''] = token.split('.');
  const stored = await readStored(id);
  if (!stored) return undefined;
  const preview = withoutSecret(stored);
  const isRight = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(stored.secretHash));
  if (!isRight || preview.expiresAt <= now.toISOString() || (await isEnded(preview))) return undefined;
  return preview;
};

/**
 * True where the previews of a subject have been ended since a preview was made. One of version 0.1.0 depends on its
 * event alone.
 */
const isEnded = async ({ item, follows = { [`EVENT#${item.id}`]: 0 } }: Preview): Promise<boolean> => {
  const ends = await readPreviewEnds(Object.keys(follows));
  return Object.entries(follows).some(([subject, ended]) => ends[subject] !== ended);
};

/** Makes a preview of an item stop working; false where the item has no such preview. */
export const deletePreview = async (id: string, item: RevisedItem, context: ActionContext): Promise<boolean> => {
  const preview = await readPreview(id);
  if (!preview || !isOf(preview, item)) return false;
  await writeTogether([
    deleteWrite(deskTable, key(item, id)),
    auditWrite(context, 'preview.revoked', item.id, { version: preview.version }),
  ]);
  return true;
};

/** True where a preview is one of an item. */
export const isOf = ({ item }: Preview, { kind, id }: RevisedItem): boolean => item.kind === kind && item.id === id;

/** A page of the previews of an event or exhibition that work, newest first. */
export const readPreviewsPage = async (
  id: string,
  limit: number,
  after: string | undefined,
  now: Date,
): Promise<Page<Preview & { readonly id: string }>> => {
  const { items: previews, last } = await queryPage(
    deskTable,
    { pk: previewList(id), index: listIndex, after, order: 'descending', limit },
    (item) => ({ id: item.pk?.S?.slice('PREVIEW#'.length) ?? '', ...withoutSecret(previewOf(item)) }),
  );
  const ended = await Promise.all(previews.map(isEnded));
  return { items: previews.filter(({ expiresAt }, n) => expiresAt > now.toISOString() && !ended[n]), last };
};
