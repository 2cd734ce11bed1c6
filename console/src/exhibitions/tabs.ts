import type { Person } from '../console-context.ts';
import { may } from './may.ts';
import type { StaffExhibition } from './staff-exhibition.ts';
import type { ExhibitionWords } from './words.ts';

interface Tab {
  /** What follows the address of the exhibition. */
  readonly path: '' | `/${string}`;
  readonly label: (tabs: ExhibitionWords['tabs']) => string;
  /** Who sees it; everybody where absent. */
  readonly isFor?: (exhibition: StaffExhibition, person: Person) => boolean;
}

/** The screens of an exhibition, in this order. */
export const tabs: readonly Tab[] = [
  { path: '', label: ({ about }) => about },
  { path: '/entries', label: ({ entries }) => entries },
  {
    path: '/jury',
    label: ({ jury }) => jury,
    isFor: (exhibition, person) => may('readRanking', exhibition, person),
  },
  {
    path: '/selection',
    label: ({ selection }) => selection,
    isFor: (exhibition, person) => may('readRanking', exhibition, person),
  },
  { path: '/hall', label: ({ hall }) => hall, isFor: (exhibition, person) => may('readHall', exhibition, person) },
  {
    path: '/history',
    label: ({ history }) => history,
    isFor: (exhibition, person) => may('readExhibitionRevisions', exhibition, person),
  },
];
