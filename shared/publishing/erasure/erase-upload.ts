import { writeTogether } from '../../aws/transaction.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { hasAuditedAction } from '../../desk/store/audited-action.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { holdingWrites, readPictureOf } from '../../desk/uploads/pictures.ts';
import { uploadErasure } from '../../desk/uploads/unused-uploads.ts';
import { removeUploadWords, uploadStateWrite } from '../../desk/uploads/upload-entries.ts';
import { deleteUploadRecord, isExpired, readUpload } from '../../desk/uploads/uploads.ts';
import { deleteEveryVersion } from '../../media/erase-upload.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import type { Upload } from '../../model/files/upload.ts';
import { ConflictError, NotFoundError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { indexAllPictures } from '../pictures/index-pictures.ts';
import { readUploadUses } from '../shared/upload-uses.ts';

/**
 * Erases an upload with every version of its files, and gives how many those were. Throws if there is none, if it
 * is used, or if it is still arriving. A repeated call completes an interrupted one, or finds nothing left to do.
 */
export const eraseUpload = async (id: string, actor: Actor): Promise<number> => {
  const { site } = await readSite();
  await indexAllPictures(site);
  const upload = await retryOnNewEdition(async () => {
    const found = await readUpload(id);
    if (!found && (await hasAuditedAction(id, 'upload.erased'))) return undefined;
    if (!found) throw new NotFoundError(reason('uploadNotFound', { id }));
    if (found.rejection?.code === 'erased') return found;
    await requireUnused(found, actor.now);
    await markErased(found, actor);
    return found;
  });
  // Nothing can refuse it any more. Until then nothing of it is deleted, and a repeated request comes by here again.
  await saveErasureRecord({ kind: 'upload', id });
  return deleteErased(id, upload);
};

/**
 * Marks an upload as erased: from then on nothing can use it, and its file name is gone. Throws
 * `ConditionsFailedError` with `edition` where the caller must read again, or where an artwork has it.
 */
export const markErased = async (upload: Upload, context: ActionContext): Promise<void> => {
  // A publication that is under way reads the picture again, and finds it erased.
  const picture = await readPictureOf(upload.sha256, context.now);
  await writeTogether([
    uploadErasure(upload),
    uploadStateWrite(upload, 'rejected'),
    ...holdingWrites(picture, {}, picture.erased),
    auditWrite(context, 'upload.erased', upload.id),
  ]);
};

/** Deletes every version of the files of an erased upload, and gives how many those were; its record goes last. */
export const deleteErased = async (id: string, upload: Upload | undefined): Promise<number> => {
  await removeUploadWords(id);
  const files = await deleteEveryVersion(id);
  if (upload) await deleteUploadRecord(upload);
  return files;
};

/** Refuses to erase an upload that is used, naming each use, or one that is still arriving, which would come back. */
const requireUnused = async (upload: Upload, now: Date): Promise<void> => {
  const isUnderWay = (upload.state === 'awaiting' || upload.state === 'processing') && !isExpired(upload, now);
  if (isUnderWay) {
    throw new ConflictError(reason('uploadUnderWay', { id: upload.id, state: upload.state }));
  }
  const uses = await readUploadUses(upload, now);
  if (uses.length === 0) return;
  const errors = uses.map(({ kind, id, field }) => fieldError('id', 'usedBy', { kind, id, field }));
  throw new ConflictError(reason('uploadInUse', { id: upload.id }), { errors });
};
