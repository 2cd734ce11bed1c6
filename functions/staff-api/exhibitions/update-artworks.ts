import type { ArtworkChangeOutcome } from '../../../shared/contract/staff/artwork-changes.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { answerBytes, maxPageBytes } from '../../../shared/http/page-by-size.ts';
import { problemDocument } from '../../../shared/http/problem-document.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import { toApplicationError } from '../../../shared/http/to-application-error.ts';
import { changeArtworks } from '../../../shared/publishing/exhibitions/change-artworks.ts';
import { refusalKinds } from '../../../shared/refusals/kinds.ts';
import { actorOf } from '../actor-of.ts';
import { logger } from '../logger.ts';
import { followingFrom } from './artworks.ts';
import { toStaffArtwork } from './staff-artwork.ts';

/** How long changes are begun, in milliseconds: the answer must be there before API Gateway stops waiting for it. */
const timeLimit = 18_000;

export const updateArtworks: Handlers<typeof staffRoutes>['updateArtworks'] = async (
  { params: { id }, body: { changes } },
  call,
) => {
  await requireExhibition(id);
  const end = performance.now() + timeLimit;
  const outcomes = await changeArtworks(id, changes, actorOf(call), () => performance.now() < end);
  // As it is after them all: to withdraw a work takes it out of the selection.
  const [exhibition, { site }, uploads] = await Promise.all([
    requireExhibition(id),
    readSite(),
    readUploads(outcomes.flatMap((one) => ('changed' in one ? (one.changed.artwork.uploadId ?? []) : []))),
  ]);
  let left = maxPageBytes;
  const items: ArtworkChangeOutcome[] = [];
  for (const one of outcomes) {
    const { artworkId } = one;
    if ('error' in one) {
      const problem = problemOf(one.error, call);
      left -= answerBytes(problem);
      items.push({ artworkId, outcome: 'refused', problem });
      continue;
    }
    const { artwork: changed } = one.changed;
    const context = { exhibition, upload: uploads.get(changed.uploadId ?? ''), site, call };
    const artwork = { ...(await toStaffArtwork(changed, context, true)), ...followingFrom(one.changed) };
    left -= answerBytes(artwork);
    items.push({ artworkId, outcome: 'changed', version: changed.version, ...(left > 0 && { artwork }) });
  }
  return { body: { items } };
};

/** What the single route would have answered. */
const problemOf = (thrown: Error, { language, requestId }: Call) => {
  const error = toApplicationError(thrown, requestId);
  const isOurFault = refusalKinds[error.kind] >= 500;
  // What the use case has thrown on purpose is no news.
  if (isOurFault && error !== thrown) logger.error('A change of many was not made', { requestId, error: thrown });
  return problemDocument(error, language, isOurFault ? requestId : undefined);
};
