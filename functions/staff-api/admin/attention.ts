import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { blindEntriesAmong } from '../../../shared/desk/exhibitions/blind-entries.ts';
import * as desk from '../../../shared/desk/mentions/attention.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';

/**
 * The list says whose entry a text names, but for those that are rated blind: of these it says nothing but the place,
 * so that the text can be changed. Their own texts, which tell both at once, come onto it with the reveal.
 */
export const listAttention: Handlers<typeof staffRoutes>['listAttention'] = async ({ query: { limit, cursor } }) => {
  const { items, last } = await desk.readAttentionPage(limit, fromCursor(desk.attentionList, cursor));
  const blind = await blindEntriesAmong(
    items.flatMap(({ artworkId, place }) => [artworkId, ...(place.kind === 'artwork' ? [place.id] : [])]),
  );
  const shown = items
    .filter(({ place }) => !blind.has(place.id))
    .map(({ artworkId, namedAt, ...item }) =>
      blind.has(artworkId) ? item : { ...item, artworkId, ...(namedAt && { namedAt }) },
    );
  return { body: { items: shown, ...(last && { nextCursor: toCursor(desk.attentionList, last) }) } };
};
