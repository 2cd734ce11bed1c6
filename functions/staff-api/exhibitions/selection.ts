import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import * as select from '../../../shared/desk/juries/select-artworks.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { actorOf } from '../actor-of.ts';
import { toExhibitionResponse } from './staff-exhibition.ts';

export const selectArtworks: Handlers<typeof staffRoutes>['selectArtworks'] = async (
  { params, body, version },
  call,
) => {
  const exhibition = await requireExhibition(params.id, version);
  return toExhibitionResponse(await select.selectArtworks(exhibition, body, actorOf(call)), call);
};
