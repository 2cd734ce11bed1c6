import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import * as lookUp from '../../../shared/desk/juries/look-up-artist.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import * as reveal from '../../../shared/publishing/exhibitions/reveal-artists.ts';
import { actorOf } from '../actor-of.ts';
import { toStaffArtwork } from './staff-artwork.ts';
import { toExhibitionResponse } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const revealArtists: StaffHandlers['revealArtists'] = async ({ params, version }, call) => {
  const exhibition = await requireExhibition(params.id, version);
  return toExhibitionResponse(await reveal.revealArtists(exhibition, actorOf(call)), call);
};

export const lookUpArtist: StaffHandlers['lookUpArtist'] = async ({ params, body }, call) => {
  const exhibition = await requireExhibition(params.id);
  const found = await lookUp.lookUpArtist(exhibition, body, actorOf(call));
  const { site } = await readSite();
  const items = await Promise.all(
    found.map(async ({ artwork, number }) => {
      const upload = artwork.uploadId ? await readUpload(artwork.uploadId) : undefined;
      const shown = await toStaffArtwork(artwork, { exhibition, upload, site, call, isLookedUp: true });
      return { ...shown, ...(number !== undefined && { number }) };
    }),
  );
  return { body: { items } };
};
