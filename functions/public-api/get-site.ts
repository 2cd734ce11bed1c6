import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { toPublicNotice } from '../../shared/public/answers/editors-page.ts';
import { readFrameEntries } from '../../shared/showcase/store/frame.ts';
import { frameAt } from '../../shared/showcase/store/shown-frame.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';

export const getSite: Handlers<typeof publicRoutes>['getSite'] = async (_, { now }) => {
  const [site, entries] = await Promise.all([readPublicSite(), readFrameEntries()]);
  const { notices } = frameAt(entries, now);
  return {
    body: { ...site, notices: notices.map((notice) => toPublicNotice(notice, site)) },
  };
};
