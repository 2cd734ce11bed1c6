import type { Write } from '../../aws/transaction.ts';
import { dueMailWrites } from '../../desk/mail/due-mail.ts';
import { type Exhibition, isPublishing } from '../../model/exhibitions/exhibition.ts';

/**
 * The writes that have whoever wanted it, and admins, told that an exhibition could not be published. Where nothing was
 * to be published, other work on what is public was in vain: admins are told, once a day.
 */
export const dueMailAboutFailure = (exhibition: Exhibition, now: Date): Write[] => {
  const { id, publishing } = exhibition;
  const at = now.toISOString();
  const work = { kind: 'exhibition', id } as const;
  if (!publishing || !isPublishing(exhibition))
    return dueMailWrites({ id: `${id}-${at.slice(0, 10)}`, at, kind: 'failure', work });
  const { edition, by: to } = publishing;
  return dueMailWrites({ id: `${id}-${edition}`, at, kind: 'failure', work: { ...work, edition }, to });
};
