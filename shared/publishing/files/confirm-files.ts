import type { Write } from '../../aws/transaction.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { isEditor } from '../../desk/store/permissions.ts';
import type { Event } from '../../model/events/event.ts';
import { ForbiddenError, InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';

/** What has files: an event or an exhibition. */
type WithFiles = Pick<Event, 'id' | 'version' | 'files' | 'confirmedFiles'>;

/** What editors have confirmed of files, once it is changed, and the write that records what is new. */
interface ConfirmedFiles {
  readonly confirmedFiles: Pick<Event, 'confirmedFiles'>;
  readonly writes: readonly Write[];
}

/**
 * The files that editors have read themselves, as it will be. Throws where another role says so, or of a file that the
 * item lacks.
 */
export const confirmFiles = (
  kind: 'event' | 'exhibition',
  item: WithFiles,
  given: readonly string[] | undefined,
  actor: Actor,
): ConfirmedFiles => {
  if (given && !isEditor(actor)) {
    throw new ForbiddenError(reason('confirmationForEditors'), {
      errors: [fieldError('confirmedFiles', 'needsRole', { role: 'editor' })],
    });
  }
  const before = item.confirmedFiles ?? [];
  const uploads = item.files.map(({ uploadId }) => uploadId);
  const errors = (given ?? []).flatMap((uploadId, n) =>
    uploads.includes(uploadId) ? [] : [fieldError(`confirmedFiles.${n}`, 'unknownUpload')],
  );
  if (errors.length > 0) throw new InvalidInputError(errors);
  const confirmed = uploads.filter((uploadId) => (given ?? before).includes(uploadId));
  const places = confirmed
    .filter((uploadId) => !before.includes(uploadId))
    .map((uploadId) => ({ kind, id: item.id, field: `files.${uploads.indexOf(uploadId)}` }) as const);
  return {
    confirmedFiles: given || before.length > 0 ? { confirmedFiles: confirmed } : {},
    writes:
      places.length > 0 ? [auditWrite(actor, 'file.confirmed', item.id, { version: item.version + 1, places })] : [],
  };
};
