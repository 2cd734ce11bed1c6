/**
 * The widths at which pictures are displayed, as the styles lay them out: no reader fetches one that is more than 1.5
 * times wider than shown.
 */
export const sizes = {
  /** In a grid of cards or of a gallery: one, two or three in a row. */
  card: '(min-width: 81rem) 24rem, (min-width: 52rem) 30vw, (min-width: 32rem) 45vw, 92vw',
  /** The card that leads a page. */
  lead: '(min-width: 81rem) 45rem, (min-width: 60rem) 54vw, 92vw',
  /** Beside an entry of the calendar, on large screens. */
  entry: '14rem',
  /** As wide as the page. */
  page: '(min-width: 81rem) 76rem, 92vw',
} as const;

/** In a text, where a picture is not wider than `most`, in CSS. */
export const textSizes = (most: string): string => `(min-width: 47rem) min(42rem, ${most}), min(92vw, ${most})`;
