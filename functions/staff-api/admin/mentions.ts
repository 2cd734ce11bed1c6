import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { readArtworks } from '../../../shared/desk/exhibitions/artworks.ts';
import { readExhibitionEdition } from '../../../shared/desk/exhibitions/exhibition-editions.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { actorKindOf, requireExhibitionAction } from '../../../shared/desk/store/permissions.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { withFileTexts } from '../../../shared/publishing/files/file-texts.ts';
import { mentionsOfEvent } from '../../../shared/publishing/mentions/event-mentions.ts';
import { mentionsOfExhibition } from '../../../shared/publishing/mentions/exhibition-mentions.ts';
import type { FieldMentions } from '../../../shared/publishing/mentions/field-mentions.ts';
import { mentionsOfSite } from '../../../shared/publishing/mentions/site-mentions.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** Most mentions that an answer holds. */
const mostMentions = 2_000;

const answer = (found: readonly FieldMentions[]) => ({
  body: {
    items: found
      .flatMap(({ place, textHash, mentions }) =>
        mentions.flatMap(({ isHidden, ...mention }) => (isHidden ? [] : [{ place, textHash, ...mention }])),
      )
      .slice(0, mostMentions),
  },
});

export const listEventMentions: StaffHandlers['listEventMentions'] = async ({ params }, { now }) => {
  const event = await requireEvent(params.id);
  const { site } = await readSite();
  return answer((await mentionsOfEvent(event, await withFileTexts(event), { now, site, edition: undefined })).found);
};

export const lookUpSiteMentions: StaffHandlers['lookUpSiteMentions'] = async ({ body }, { now }) =>
  answer((await mentionsOfSite(body, undefined, now)).found);

export const listExhibitionMentions: StaffHandlers['listExhibitionMentions'] = async ({ params }, call) => {
  const { now } = call;
  const exhibition = await requireExhibition(params.id);
  // While entries are rated blind, no role may read which are selected, or whom they name.
  requireExhibitionAction('readMentions', exhibition, actorKindOf(actorOf(call)));
  const { site } = await readSite();
  const artworks = new Map((await readArtworks(exhibition.id)).map((artwork) => [artwork.id, artwork]));
  const edition = await readExhibitionEdition(exhibition.id);
  return answer(await mentionsOfExhibition({ exhibition, artworks, edition, now, site }));
};
