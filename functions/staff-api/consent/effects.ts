import type * as z from 'zod';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { readEvent } from '../../../shared/desk/events/events.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { fromWalkCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { foreseeMentions } from '../../../shared/publishing/consent/find-mentions.ts';
import {
  type ForeseenAct,
  foreseeConsent,
  foreseeErasure,
  type Leaving,
} from '../../../shared/publishing/consent/foresee-effects.ts';
import { InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { displayTitle } from '../events/display-title.ts';
import { toNamingTexts } from './consents.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

const actOf = ({
  consent,
  erase,
}: Omit<z.output<(typeof staffRoutes)['foreseeEffects']['body']>, 'cursor'>): ForeseenAct => {
  if ((consent === undefined) === (erase === undefined)) {
    throw new InvalidInputError([fieldError('body', 'exactlyOneOf', { fields: ['consent', 'erase'] })]);
  }
  return consent === undefined ? 'erase' : { consent };
};

const titleOf = async ({ kind, id }: Leaving): Promise<string> =>
  displayTitle((await (kind === 'event' ? readEvent(id) : readExhibition(id)))?.translations ?? {});

export const foreseeEffects: StaffHandlers['foreseeEffects'] = async ({ params, body }, call) => {
  const entry = { exhibitionId: params.id, artworkId: params.artworkId };
  const act = actOf(body);
  const { artwork, leaves, showsLess, deletes } =
    act === 'erase'
      ? await foreseeErasure(entry, actorOf(call))
      : await foreseeConsent({ ...entry, ...act }, actorOf(call));
  return {
    body: {
      ...{ artworkId: artwork.id, version: artwork.version, showsLess },
      leaves: await Promise.all(leaves.map(async (one) => ({ ...one, displayTitle: await titleOf(one) }))),
      ...(deletes && { deletes }),
    },
  };
};

export const foreseeNamingTexts: StaffHandlers['foreseeNamingTexts'] = async ({ params, body }, call) => {
  const { cursor, ...act } = body;
  const list = `FORESEEN-TEXTS#${params.artworkId}`;
  const entry = { exhibitionId: params.id, artworkId: params.artworkId };
  const { mentions, last } = await foreseeMentions(
    { ...entry, act: actOf(act), after: fromWalkCursor(list, cursor) },
    actorOf(call),
  );
  return { body: { texts: toNamingTexts(mentions), ...(last && { nextCursor: toCursor(list, last) }) } };
};
