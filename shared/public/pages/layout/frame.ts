import type { Site } from '../../../model/site/site.ts';
import type { ShownFrame } from '../../../showcase/store/shown-frame.ts';

/** The settings, and what else stands around the content of every page; a preview shows its page without. */
export interface PageSite extends Site {
  readonly frame?: ShownFrame;
}
