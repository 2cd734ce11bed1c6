import type { PageSite } from '../../shared/public/pages/layout/frame.ts';
import { readFrameEntries } from '../../shared/showcase/store/frame.ts';
import { frameAt } from '../../shared/showcase/store/shown-frame.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';

/** The settings with what stands around the content of every page at a time. */
export const readPageSite = async (now: Date): Promise<PageSite> => {
  const [site, entries] = await Promise.all([readPublicSite(), readFrameEntries()]);
  return { ...site, frame: frameAt(entries, now) };
};
