import type { PublicChange } from '../store/public-summary.ts';

/** What the search index has an entry of: an event, an exhibition, or all artworks of the exhibition with that id. */
export interface Searchable {
  readonly kind: PublicChange['kind'] | 'artworks';
  readonly id: string;
}
