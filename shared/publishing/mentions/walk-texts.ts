import { allLists } from '../../desk/events/event-list-place.ts';
import { readAllExhibitions } from '../../desk/exhibitions/all-exhibitions.ts';
import { readSegment } from '../../desk/store/list-segments.ts';
import { readPlacedUploads } from '../../desk/uploads/upload-entries.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import { eventSchema } from '../../model/events/event.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { type Upload, uploadStates } from '../../model/files/upload.ts';
import type { SearchedItem } from './searched-item.ts';
import { searchedArtworks, searchedEvent, searchedExhibition } from './searched-items.ts';
import { readSearchedSite } from './searched-site.ts';

/** Some of what there is, and the place after which the walk goes on, as `fromWalkCursor` knows it. */
interface WalkStep {
  readonly items: readonly SearchedItem[];
  readonly uploads: readonly Upload[];
  readonly place: string;
}

/** What decides which texts are compared, and as what. */
interface TextWalk {
  /** The place after which to begin; everything where absent. */
  readonly after: string | undefined;
  /** The exhibition for whose artists texts are compared. */
  readonly exhibition: Pick<Exhibition, 'id' | 'eventIds' | 'campaign'>;
  /** Whether the texts of the artworks of an exhibition may be read. */
  readonly withArtworksOf: (exhibition: Exhibition) => boolean;
}

/** How many events or uploads one step has. */
const stepSize = 50;

/**
 * Every text of the desk and the name of every file, step by step: the settings of the site, exhibitions with their
 * artworks, events, uploads. For a reader: what moves between two steps may be missed or come twice.
 */
export async function* walkTexts({ after = '', exhibition, withArtworksOf }: TextWalk): AsyncGenerator<WalkStep> {
  const [phase = '', first = '', second = ''] = after.split(';');
  if (phase === '') yield { items: [await readSearchedSite()], uploads: [], place: 'exhibitions;' };
  if (phase === '' || phase === 'exhibitions') yield* exhibitionSteps(first, exhibition.id, withArtworksOf);
  if (phase !== 'uploads') {
    const isBegun = phase === 'events';
    yield* listSteps('events', allLists, isBegun ? [Number(first), second] : [0, ''], async (list, from) => {
      const { items, last } = await readSegment({ list, from }, eventSchema, stepSize);
      return { items: await Promise.all(items.map(({ item }) => searchedEvent(item, exhibition))), uploads: [], last };
    });
  }
  const at: [number, string] = phase === 'uploads' ? [Number(first), second] : [0, ''];
  yield* listSteps('uploads', uploadStates, at, async (state, from) => {
    const { items, last } = await readPlacedUploads({ list: { state }, after: from, limit: stepSize });
    return { items: [], uploads: [...(await readUploads(items.map(({ id }) => id))).values()], last };
  });
}

async function* exhibitionSteps(
  after: string,
  searchedFor: string,
  withArtworksOf: TextWalk['withArtworksOf'],
): AsyncGenerator<WalkStep> {
  const all = (await readAllExhibitions()).sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const exhibition of all) {
    if (exhibition.id <= after) continue;
    const items = [await searchedExhibition(exhibition, searchedFor)];
    if (withArtworksOf(exhibition)) items.push(...(await searchedArtworks(exhibition.id, searchedFor)));
    yield { items, uploads: [], place: `exhibitions;${exhibition.id}` };
  }
}

async function* listSteps<L extends string>(
  name: 'events' | 'uploads',
  lists: readonly L[],
  [first, place]: readonly [number, string],
  read: (list: L, from: string | undefined) => Promise<Omit<WalkStep, 'place'> & { last?: string | undefined }>,
): AsyncGenerator<WalkStep> {
  for (const [n, list] of lists.entries()) {
    if (n < first) continue;
    let from = n === first && place ? place : undefined;
    do {
      const { last, ...step } = await read(list, from);
      yield { ...step, place: last === undefined ? `${name};${n + 1};` : `${name};${n};${last}` };
      from = last;
    } while (from !== undefined);
  }
}
