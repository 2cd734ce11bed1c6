import { type Forgotten, forgottenWith } from '../../shared/showcase/changes/affected-tags.ts';
import { slugOf } from './day-content.ts';

/**
 * What staff do on the simulated day: twenty acts, of which five were planned two hours before, and four change what is
 * public already.
 */
export interface Act {
  /** In seconds since midnight. */
  readonly at: number;
  readonly kind: 'at once' | 'planned';
  /** Whether it was public before, and stands below other pages. */
  readonly isChange: boolean;
  /** Which event, by its rank. */
  readonly event: number;
  /**
   * When the CDN is told: of what is planned, once it is, since answers made before do not know the moment. In seconds
   * since midnight.
   */
  readonly toldAt: number;
  /** What the CDN is told to forget. */
  readonly forgotten: readonly Forgotten[];
}

const published = '2026-01-01T00:00:00.000Z';

const forgottenBy = (event: number): Forgotten[] => {
  const slugs = { az: slugOf(event), en: slugOf(event) };
  const publication = { publishedAt: published, category: 'events', slugs };
  return forgottenWith(
    [{ kind: 'event', id: String(event), after: { edition: 1, publication } }],
    Date.parse(published),
  );
};

/** The acts of the day, from eight o'clock on, of events that are read often and seldom. */
export const acts: readonly Act[] = Array.from({ length: 20 }, (_, n): Act => {
  const kind = n % 4 === 3 ? 'planned' : 'at once';
  const at = 8 * 3600 + n * 1800;
  const toldAt = kind === 'planned' ? at - 2 * 3600 : at;
  return { at, kind, isChange: n % 5 === 0, event: n * 3, toldAt, forgotten: forgottenBy(n * 3) };
});
