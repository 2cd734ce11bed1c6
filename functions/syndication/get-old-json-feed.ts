import type { syndicationRoutes } from '../../shared/contract/syndication.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { movedTo } from '../../shared/public/answers/answer.ts';
import { feedUrl } from '../../shared/showcase/store/urls.ts';

/** Redirects feed readers that subscribed to the address of 0.1.0 to the present one, with their query unchanged. */
export const getOldJsonFeed: Handlers<typeof syndicationRoutes>['getOldJsonFeed'] = async (_, { rawQuery }) => {
  throw movedTo(feedUrl('json', rawQuery));
};
