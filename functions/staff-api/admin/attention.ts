import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readEdition } from '../../../shared/desk/events/editions.ts';
import { readArtwork } from '../../../shared/desk/exhibitions/artworks.ts';
import { readExhibitionEdition } from '../../../shared/desk/exhibitions/exhibition-editions.ts';
import { readPublishedArtworkRecord } from '../../../shared/desk/exhibitions/published-artwork-records.ts';
import * as desk from '../../../shared/desk/mentions/attention.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Artwork } from '../../../shared/model/artwork.ts';
import type { Event } from '../../../shared/model/event.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import { artworkFields, eventFields, exhibitionFields } from '../../../shared/model/names/text-fields.ts';
import { isAtLeast } from '../../../shared/model/role.ts';
import { resolveAttention } from '../../../shared/publishing/mentions/resolve-attention.ts';

export const listAttention: Handlers<typeof staffRoutes>['listAttention'] = async ({ query: { limit, cursor } }) => {
  const { items, last } = await desk.readAttentionPage(limit, fromCursor(desk.attentionList, cursor));
  return { body: { items, ...(last && { nextCursor: toCursor(desk.attentionList, last) }) } };
};

/** The editor who acts; `undefined` where the caller is none. */
const editorOf = ({ staff, now }: Call) =>
  staff.role && isAtLeast(staff.role, 'editor') ? { editor: { by: staff.id, at: now.toISOString() } } : {};

/** Settles what can be settled of an event, after an act: `before` is the event whose texts the caller has changed. */
export const resolveEventAttention = (event: Event, call: Call, before?: Event): Promise<void> =>
  resolveAttention({ eventId: event.id }, event.id, async () => {
    const publication = (await readEdition(event.id))?.publication;
    return {
      ...{ kind: 'event', id: event.id, fields: eventFields(event), confirmed: event.confirmedMentions },
      ...(before && { before: eventFields(before) }),
      ...editorOf(call),
      publicFields: publication ? eventFields(publication.content) : [],
      isArchived: event.status === 'archived',
    };
  });

/** The same for the texts of an exhibition. */
export const resolveExhibitionAttention = (exhibition: Exhibition, call: Call, before?: Exhibition): Promise<void> => {
  const { id, confirmedMentions } = exhibition;
  return resolveAttention({ exhibitionId: id }, id, async () => {
    const publication = (await readExhibitionEdition(id))?.publication;
    return {
      ...{ kind: 'exhibition', id, fields: exhibitionFields(exhibition), confirmed: confirmedMentions },
      ...(before && { before: exhibitionFields(before) }),
      ...editorOf(call),
      publicFields: publication ? exhibitionFields(publication.content) : [],
    };
  });
};

/** The same for the texts of an artwork. */
export const resolveArtworkAttention = (artwork: Artwork, call: Call, before?: Artwork): Promise<void> => {
  const { id, exhibitionId, confirmedMentions } = artwork;
  return resolveAttention({ exhibitionId }, id, async () => {
    const edition = await readExhibitionEdition(exhibitionId);
    const isShown = edition?.publication?.artworkIds.includes(id);
    const shown = isShown ? await readPublishedArtworkRecord(exhibitionId, edition?.shown ?? 0, id) : undefined;
    return {
      ...{ kind: 'artwork', id, fields: artworkFields(artwork), confirmed: confirmedMentions },
      ...(before && { before: artworkFields(before) }),
      ...editorOf(call),
      publicFields: shown ? artworkFields(shown.artwork) : [],
    };
  });
};

/** The same for all artworks of an exhibition that are recorded, once the public reads other texts of them. */
export const resolveArtworksAttention = async (exhibitionId: string, call: Call): Promise<void> => {
  const records = await desk.readAttention({ exhibitionId });
  const ids = new Set(records.flatMap(({ attention: { place } }) => (place.kind === 'artwork' ? [place.id] : [])));
  for (const id of ids) {
    const artwork = await readArtwork(exhibitionId, id);
    if (artwork) await resolveArtworkAttention(artwork, call);
  }
};

/** Forgets the places in the texts of an artwork that is erased: they are gone. */
export const deleteArtworkAttention = async (exhibitionId: string, artworkId: string): Promise<void> => {
  for (const { attention } of await desk.readAttention({ exhibitionId })) {
    if (attention.place.kind === 'artwork' && attention.place.id === artworkId) await desk.deleteAttention(attention);
  }
};
