import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import { env } from '../../../shared/aws/environment.ts';
import { limits } from '../../../shared/aws/limits.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { isReadable, requireReadable } from '../../../shared/desk/exhibitions/upload-access.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { isEditor } from '../../../shared/desk/store/permissions.ts';
import { uploadQuota } from '../../../shared/desk/store/quotas.ts';
import { requireFiledUploads } from '../../../shared/desk/upgrade/file-uploads.ts';
import { findUploads } from '../../../shared/desk/uploads/find-uploads.ts';
import * as desk from '../../../shared/desk/uploads/uploads.ts';
import { fromCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { signUpload } from '../../../shared/media/sign-upload.ts';
import { startOfDay } from '../../../shared/model/time/start-of-day.ts';
import { readListedUses } from '../../../shared/publishing/shared/listed-upload-uses.ts';
import { NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';
import { toStaffUpload } from './staff-upload.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createUpload: StaffHandlers['createUpload'] = async ({ body }, call) => {
  const context = actorOf(call);
  const quota = uploadQuota(context, body.contentLength, limits());
  const upload = await desk.findOrCreateUpload(body, context, [quota]);
  const headers = { location: `/v1/staff/uploads/${upload.id}` };
  if (upload.state !== 'awaiting') return { body: { uploadId: upload.id, alreadyUploaded: true }, headers };
  return { body: { uploadId: upload.id, alreadyUploaded: false, ...(await signUpload(upload, call.now)) }, headers };
};

export const getUpload: StaffHandlers['getUpload'] = async ({ params }, call) => {
  const upload = await desk.readUpload(params.id);
  if (!upload) throw new NotFoundError(reason('uploadNotFound', { id: params.id }));
  await requireReadable(upload, actorOf(call));
  return { body: await toStaffUpload(upload, call) };
};

/** How many uploads are asked at the same time where they are used. */
const concurrency = 8;

export const listUploads: StaffHandlers['listUploads'] = async ({ query }, call) => {
  const { q, state, kind, unused, before, limit, cursor } = query;
  await requireFiledUploads();
  const actor = actorOf(call);
  const list = `UPLOADS#${JSON.stringify({ q, state, kind, unused, before })}`;
  const { items, last } = await findUploads({
    ...{ name: q, state, kind, limit, now: call.now, after: fromCursor(list, cursor) },
    // The names of others' files are hidden from contributors, and so are the files.
    ...(!isEditor(actor) && { by: actor.by }),
    ...(unused && { unusedBefore: await unusedBefore(before, call.now) }),
  });
  const shown = await mapWithConcurrency(items, concurrency, async ({ upload, place }) => {
    if (!(await isReadable(upload, actor))) return [];
    const usedBy = await readListedUses(upload, call.now);
    return [{ item: { ...(await toStaffUpload(upload, call, true)), usedBy }, place }];
  });
  const readable = shown.flat();
  const page = readable.map(({ item }) => item);
  return { body: pageOf(list, page, (n) => readable[n]?.place ?? '', last) };
};

/** The time before which an unused upload was asked for: a setting of the deployment, where the query names none. */
const unusedBefore = async (before: string | undefined, now: Date): Promise<string> => {
  if (before === undefined) return new Date(now.getTime() - Number(env.unusedUploadDays) * 86_400_000).toISOString();
  return before.length === 10 ? startOfDay(before, (await readSite()).site.timeZone).toISOString() : before;
};
