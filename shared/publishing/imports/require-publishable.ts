import type { EventDraft } from '../events/event-draft.ts';
import { chosenLocales, type Examination, examineDraft } from '../events/examine-draft.ts';
import { NotPublishableError } from '../shared/not-publishable-error.ts';
import { noUpload } from './event-of-line.ts';

/**
 * Throws what the publication of an event would refuse, which a dry run does not come to, but for pictures that are no
 * uploads yet; gives what it would warn of.
 */
export const requirePublishable = async (
  draft: Omit<EventDraft, 'chosen'>,
  examination: Examination,
): Promise<Pick<Awaited<ReturnType<typeof examineDraft>>, 'warnings'>> => {
  const chosen = chosenLocales(draft, examination.site);
  const { errors, nameErrors, warnings } = await examineDraft({ ...draft, chosen }, examination);
  const isUnsent = (path: string): boolean =>
    draft.event.pictures[Number(/^pictures\.(\d+)/.exec(path)?.[1])]?.uploadId === noUpload;
  const all = [...errors.filter(({ path }) => !isUnsent(path)), ...nameErrors];
  if (all.length > 0) throw new NotPublishableError(all);
  return { warnings };
};
