import { covers } from './covers.ts';
import { daysFrom } from './days.ts';
import { sampleExhibitions } from './exhibitions.ts';

/** The name of an event's picture. */
export const coverName = (cover: string): string => `cover-${cover}`;

/** The name of an artwork's picture. */
export const artworkName = (exhibition: string, n: number): string => `${exhibition}-${n + 1}`;

/** Every picture of the sample by its name, with how it is drawn in SVG: what stands on the first page comes first. */
export const drawings = (): (readonly [name: string, draw: () => string])[] => [
  ...Object.entries(covers).map(([cover, { draw }]) => [coverName(cover), draw] as const),
  ...sampleExhibitions(daysFrom(new Date())).flatMap(({ key, artworks }) =>
    artworks.map(({ draw }, n) => [artworkName(key, n), draw] as const),
  ),
];
