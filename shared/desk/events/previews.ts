import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ulid } from 'ulid';
import * as z from 'zod';
import { jsonOf } from '../../aws/document.ts';
import { getItem, keyOf, type Page, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/locale.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { type PreviewSubject, previewEndsCheck, readPreviewEnds } from './preview-ends.ts';

/** What a preview link shows, and until when. Of its secret only the hash is kept. */
const previewSchema = z.strictObject({
  eventId: idSchema,
  version: z.int().positive(),
  locale: localeSchema,
  expiresAt: z.iso.datetime(),
  createdBy: z.string(),
  secretHash: z.string(),
  /** How often the previews of each subject had been ended when it was made; version 0.1.0 did not keep it. */
  follows: z.record(z.string(), z.int().nonnegative()).optional(),
});

type Preview = Omit<z.output<typeof previewSchema>, 'secretHash'>;

const key = (id: string) => keyOf(`PREVIEW#${id}`, 'PREVIEW');

/** Name of the list that holds the previews of an event. */
export const previewList = (eventId: string): string => `PREVIEWS#${eventId}`;

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
  const preview: Preview = { ...request, createdBy: context.by, follows };
  const stored = { ...preview, secretHash: hashOf(secret) };
  await writeTogether([
    putWrite(deskTable, {
      ...key(id),
      preview: { S: JSON.stringify(stored) },
      listPk: { S: previewList(preview.eventId) },
      listSk: { S: `${context.now.toISOString()}#${id}` },
      // The table deletes it some time after.
      expiresAt: { N: String(Math.ceil(Date.parse(preview.expiresAt) / 1000)) },
    }),
    auditWrite(context, 'preview.created', preview.eventId, { version: preview.version }),
    ...Object.entries(follows).map(([subject, ended]) => previewEndsCheck(subject, ended)),
    ...others,
  ]);
  return { id, token: `${id}.${secret}` };
};

const previewOf = jsonOf(previewSchema, 'preview');

const readStored = (id: string) => getItem(deskTable, key(id), previewOf);

/** A preview by its id; `undefined` where there is none. */
export const readPreview = async (id: string): Promise<Preview | undefined> => {
  const stored = await readStored(id);
  if (!stored) return undefined;
  const { secretHash: _, ...preview } = stored;
  return preview;
};

/** The preview that a token opens; `undefined` where it is wrong, revoked, ended or expired. */
export const readPreviewByToken = async (token: string, now: Date): Promise<Preview | undefined> => {
  const [id = '', secret = ''] = token.split('.');
  const stored = await readStored(id);
  if (!stored) return undefined;
  const { secretHash, ...preview } = stored;
  const isRight = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(secretHash));
  if (!isRight || preview.expiresAt <= now.toISOString() || (await isEnded(preview))) return undefined;
  return preview;
};

/**
 * True where the previews of a subject have been ended since a preview was made. One of version 0.1.0 depends on its
 * event alone.
 */
const isEnded = async ({ eventId, follows = { [`EVENT#${eventId}`]: 0 } }: Preview): Promise<boolean> => {
  const ends = await readPreviewEnds(Object.keys(follows));
  return Object.entries(follows).some(([subject, ended]) => ends[subject] !== ended);
};

/** Makes a preview of an event stop working; false where the event has no such preview. */
export const deletePreview = async (id: string, eventId: string, context: ActionContext): Promise<boolean> => {
  const stored = await readStored(id);
  if (stored?.eventId !== eventId) return false;
  await writeTogether([
    deleteWrite(deskTable, key(id)),
    auditWrite(context, 'preview.revoked', eventId, { version: stored.version }),
  ]);
  return true;
};

/** A page of the previews of an event that work, newest first. */
export const readPreviewsPage = async (
  eventId: string,
  limit: number,
  after: string | undefined,
  now: Date,
): Promise<Page<Preview & { readonly id: string }>> => {
  const { items: previews, last } = await queryPage(
    deskTable,
    { pk: previewList(eventId), index: listIndex, after, order: 'descending', limit },
    (item) => {
      const { secretHash: _, ...stored } = previewOf(item);
      return { id: item.pk?.S?.slice('PREVIEW#'.length) ?? '', ...stored };
    },
  );
  const ended = await Promise.all(previews.map(isEnded));
  return { items: previews.filter(({ expiresAt }, n) => expiresAt > now.toISOString() && !ended[n]), last };
};
