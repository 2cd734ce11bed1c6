import { saveEvent } from '../../desk/events/events.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { requireNotArchived } from '../../desk/events/require-not-archived.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { requireEventAction } from '../../desk/store/permissions.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { type Event, eventContentOf, eventContentSchema, withEventContent } from '../../model/events/event.ts';
import { knownFields } from '../../model/json/known-fields.ts';
import { mergePatch } from '../../model/json/merge-patch.ts';
import type { ConfirmedMention } from '../../model/names/confirmed-mention.ts';
import { parseInput } from '../../refusals/parse-input.ts';
import { confirmFiles } from '../files/confirm-files.ts';
import { confirmEvent } from '../mentions/confirm-mentions.ts';
import { resolveEventAttention } from '../mentions/resolve-event-attention.ts';
import { requireTranslated } from '../shared/require-translated.ts';
import { requireValidEventContent } from './require-valid-event-content.ts';

/** Which event is changed, from which version, and how. */
interface EventPatch {
  readonly id: string;
  readonly version: number | undefined;
  /**
   * A JSON Merge Patch (RFC 7396) of its content, what an editor confirms of its texts, and which of them are up to
   * date.
   */
  readonly patch: {
    readonly translations?: Readonly<Record<string, unknown>> | null | undefined;
    readonly confirmedMentions?: readonly ConfirmedMention[] | undefined;
    readonly confirmedFiles?: readonly string[] | undefined;
    readonly upToDateLocales?: readonly string[] | undefined;
  };
}

/**
 * Changes the working copy of an event; what the public sees stays as it is. Throws where the content would not be
 * valid, the version is stale, or the actor may not change it.
 */
export const changeEvent = async ({ id, version, patch }: EventPatch, actor: Actor): Promise<Event> => {
  const event = await requireEvent(id, version);
  requireNotArchived(event);
  requireEventAction('changeEvent', event, actor);
  const { confirmedMentions, confirmedFiles, upToDateLocales = [], ...contentPatch } = patch;
  const known = knownFields(eventContentSchema, eventContentOf(event));
  const content = parseInput(eventContentSchema, mergePatch(known, contentPatch));
  await requireValidEventContent(content, actor, Object.keys(patch.translations ?? {}), event);
  requireTranslated(content, upToDateLocales);
  const changed = withEventContent(event, content, actor.now, upToDateLocales);
  const confirmed = await confirmEvent(changed, confirmedMentions, actor);
  const read = confirmFiles('event', changed, confirmedFiles, actor);
  const change = {
    ...(Object.keys(contentPatch).length > 0 && { changedBy: actor.by }),
    ...confirmed.confirmedMentions,
    ...read.confirmedFiles,
  };
  const next = nextVersion(changed, change, actor);
  const others = [...confirmed.writes, ...read.writes];
  await saveEvent({ event: next, previous: event, action: 'updated', others }, actor);
  await resolveEventAttention(next, actor, event);
  return next;
};
