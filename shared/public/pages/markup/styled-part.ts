import type { Markup } from './html.ts';

/** A part of a page, and the style of the pictures in it. */
export interface StyledPart {
  readonly markup: Markup | undefined;
  readonly style: string;
}
