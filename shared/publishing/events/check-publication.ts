import { readEdition } from '../../desk/events/editions.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { isEditor } from '../../desk/store/permissions.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { mentionWarnings } from '../mentions/field-mentions.ts';
import { foreignPictureWarnings } from '../pictures/text-pictures.ts';
import { chosenLocales, examineDraft } from './examine-draft.ts';

/** What a publication of a version would say. */
interface PublicationCheck {
  readonly version: number;
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

/**
 * What a publication of an event in all its languages would be refused for, and warned of, now. Whom its texts may name
 * is said to editors only: another who asks could try names out.
 */
export const checkPublication = async (id: string, actor: Actor): Promise<PublicationCheck> => {
  const event = await requireEvent(id);
  const [{ site }, edition] = await Promise.all([readSite(), readEdition(id)]);
  const draft = { event, previous: event, edition, chosen: chosenLocales({ event }, site) };
  // A planned end that has passed is no lack: whoever publishes is asked for another.
  const examined = await examineDraft(draft, { request: { unpublishAt: null }, now: actor.now, site });
  const chosen = Object.fromEntries(draft.chosen.map((locale) => [locale, event.translations[locale] ?? {}]));
  const isAllowed = isEditor(actor);
  return {
    version: event.version,
    errors: [...examined.errors, ...(isAllowed ? examined.nameErrors : [])],
    warnings: [...foreignPictureWarnings(chosen), ...(isAllowed ? mentionWarnings(examined.mentions.found) : [])],
  };
};
