import { readEdition } from '../../desk/events/editions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { Event } from '../../model/events/event.ts';
import { eventFields } from '../../model/names/text-fields.ts';
import { withFileTexts } from '../files/file-texts.ts';
import { readableEventFields } from './public-fields.ts';
import { editorOf, resolveAttention } from './resolve-attention.ts';

/** Settles what can be settled of an event after an action: `before` is the event whose texts the actor has changed. */
export const resolveEventAttention = (event: Event, actor: Actor, before?: Event): Promise<void> =>
  resolveAttention({ eventId: event.id }, event.id, async () => {
    const edition = await readEdition(event.id);
    return {
      ...{
        kind: 'event',
        id: event.id,
        fields: eventFields(await withFileTexts(event)),
        confirmed: event.confirmedMentions,
      },
      ...(before && { before: eventFields(await withFileTexts(before)) }),
      ...editorOf(actor),
      publicFields: await readableEventFields(edition, event.translations, new Date()),
      isArchived: event.status === 'archived',
    };
  });
