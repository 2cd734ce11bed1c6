import type {
  ActorKind,
  EventAction,
  ExhibitionAction,
  ExhibitionStage,
} from '../../../shared/model/staff/permissions.ts';
import type { Answer } from '../../support/clients/client.ts';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { child, type ExhibitionCloud } from '../../support/cloud/exhibition-cloud.ts';

/** The actors of the table as people: `own` is the one who has made what the walk is about. */
export type People = Readonly<Record<ActorKind, AskAs>>;

export const peopleOf = async (cloud: ExhibitionCloud): Promise<People> => ({
  juror: await member(cloud, 'nigar', 'juror'),
  own: await member(cloud, 'aysel', 'contributor'),
  foreign: await member(cloud, 'bahar', 'contributor'),
  handed: await member(cloud, 'kamal', 'contributor'),
  editor: await member(cloud, 'leyla', 'editor'),
  admin: await member(cloud, 'rauf', 'admin'),
});

/** An exhibition in some state with two entries, each of which could be exhibited. */
export interface Fixture {
  readonly id: string;
  readonly entries: readonly [string, string];
  readonly stage: ExhibitionStage;
  /** A preview that an editor has made, which may have ended. */
  readonly previewId: string;
  /** What requests need to know of it, by what is asked. */
  readonly known: Map<string, Promise<unknown>>;
}

const demand = ({ status, body }: Answer): Answer['body'] => {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};

/** What the walk does: makes exhibitions in a state, and asks for an act on them. */
export const walker = (cloud: ExhibitionCloud, people: People) => {
  const path = (id: string, rest = '') => `/v1/staff/exhibitions/${id}${rest}`;
  const { own, editor } = people;

  const enter = async (id: string): Promise<string> =>
    demand(
      await own(path(id, '/artworks'), {
        body: {
          uploadId: await cloud.copiedUpload(),
          translations: { az: { title: 'Günəş', alt: 'Günəş və ev' } },
          artist: child('Aysel Hüseynova'),
        },
      }),
    ).id;

  const numbersOf = async (id: string): Promise<number[]> => {
    const works = demand(await editor(`/v1/staff/juries/${id}/works`));
    return works.items.map(({ number }: { number: number }) => number);
  };

  const move = async (id: string, status: string) => demand(await editor(path(id, '/status'), { body: { status } }));

  /** Makes an exhibition and brings it into a state, by the acts of those who may. */
  const make = async (
    stage: ExhibitionStage,
    more: { bare?: boolean; blindRating?: boolean } = {},
  ): Promise<Fixture> => {
    const translations = { az: { title: 'Sərgi', description: 'Mətn' } };
    const { id } = demand(await own('/v1/staff/exhibitions', { body: { opensOn: '2022-11-18', translations } }));
    const blindRating = more.blindRating ?? (stage === 'blind' || stage === 'revealed');
    if (blindRating) demand(await editor(path(id), { method: 'PATCH', version: 1, body: { blindRating } }));
    const entries: [string, string] = more.bare ? ['', ''] : [await enter(id), await enter(id)];
    const { previewId } = demand(await editor(path(id, '/previews'), { body: { locale: 'az' } }));
    const fixture = { id, entries, stage, previewId, known: new Map() };
    if (stage === 'draft') return fixture;
    await move(id, 'open');
    if (stage === 'open') return fixture;
    await move(id, 'selection');
    demand(await editor(path(id, '/jurors/nigar'), { method: 'PUT', body: {} }));
    if (stage === 'rating' || stage === 'blind') return fixture;
    const [first = 0] = blindRating ? await numbersOf(id) : [];
    demand(
      await editor(path(id, '/selection'), { body: blindRating ? { numbers: [first] } : { artworkIds: [entries[0]] } }),
    );
    if (blindRating) demand(await editor(path(id, '/reveal'), { body: {} }));
    if (stage === 'selected' || stage === 'revealed') return fixture;
    if (stage === 'archived') {
      const { version } = demand(await editor(path(id)));
      demand(await editor(path(id), { method: 'DELETE', version }));
      return fixture;
    }
    demand(await editor(path(id, '/publish'), { body: {} }));
    if (stage === 'withdrawn') demand(await editor(path(id, '/unpublish'), { body: {} }));
    return fixture;
  };

  /** What is the same whenever somebody acts on it, since it is brought back afterwards. */
  const known = <T>(fixture: Fixture, name: string, read: () => Promise<T>): Promise<T> => {
    if (!fixture.known.has(name)) fixture.known.set(name, read());
    return fixture.known.get(name) as Promise<T>;
  };

  /** Changes an entry as one of many, and by itself: both ask the same table. */
  const patchEntry = async (who: AskAs, fixture: Fixture, patch: object): Promise<Answer> => {
    const { id, entries } = fixture;
    const [, artworkId] = entries;
    // Who has entered it may read it in every state.
    const { version } = await known(fixture, 'entry', async () =>
      demand(await own(path(id, `/artworks/${artworkId}`))),
    );
    const many = await who(path(id, '/artworks/bulk'), { body: { changes: [{ artworkId, version, patch }] } });
    const [{ version: now, problem } = many.body] = many.body.items ?? [];
    const one = await who(path(id, `/artworks/${artworkId}`), {
      method: 'PATCH',
      version: now ?? version,
      body: patch,
    });
    const status = problem?.status ?? many.status;
    if (status !== one.status)
      throw new Error(`${status} as one of many, but ${one.status} ${JSON.stringify(one.body)}`);
    return one;
  };

  const read = (fixture: Fixture) => known(fixture, 'exhibition', async () => demand(await editor(path(fixture.id))));

  const numbers = (fixture: Fixture) => known(fixture, 'numbers', () => numbersOf(fixture.id));

  const numberFor = async (fixture: Fixture): Promise<number> =>
    ['rating', 'blind'].includes(fixture.stage) ? ((await numbers(fixture))[0] ?? 0) : 1;

  /** Each act of the table as a request. What tells whose an entry is answers 403 where it leaves that out. */
  const acts: Readonly<Record<ExhibitionAction, (who: AskAs, fixture: Fixture) => Promise<Answer>>> = {
    readExhibition: (who, { id }) => who(path(id)),
    changeExhibition: async (who, fixture) =>
      who(path(fixture.id), {
        method: 'PATCH',
        version: (await read(fixture)).version,
        body: { place: { name: { az: 'Bakı' } } },
      }),
    setBlindRating: async (who, fixture) => {
      const { version, blindRating } = await read(fixture);
      return who(path(fixture.id), { method: 'PATCH', version, body: { blindRating: !blindRating } });
    },
    enter: (who, { id }) => who(path(id, '/artworks'), { body: {} }),
    readEntry: (who, { id, entries }) => who(path(id, `/artworks/${entries[1]}`)),
    readArtist: async (who, { id, entries }) => {
      const answer = await who(path(id, `/artworks/${entries[1]}`));
      const hints = ['artist', 'publicName', 'createdBy', 'updatedBy'].filter((name) => name in answer.body);
      if (answer.body.artistHidden && hints.length > 0) throw new Error(`The answer has ${hints.join(', ')}`);
      return answer.body.artistHidden ? { ...answer, status: 403 } : answer;
    },
    changeEntry: (who, fixture) => patchEntry(who, fixture, { medium: 'Quaş' }),
    changeConsent: (who, fixture) => patchEntry(who, fixture, { artist: { consent: { name: 'none' } } }),
    attachUpload: async (who, fixture) => patchEntry(who, fixture, { uploadId: await cloud.copiedUpload() }),
    eraseEntry: (who, { id, entries }) => who(path(id, `/artworks/${entries[1]}`), { method: 'DELETE' }),
    findDuplicates: (who, { id }) => who(path(id, '/duplicates')),
    readMentions: (who, { id }) => who(path(id, '/mentions')),
    readHall: (who, { id }) => who(path(id, '/hall?locale=az')),
    assignJurors: (who, { id }) => who(path(id, '/jurors/tural'), { method: 'PUT', body: {} }),
    readWorks: (who, { id }) => who(`/v1/staff/juries/${id}/works`),
    rate: async (who, fixture) => {
      const body = { score: 7, comment: 'Gözəl' };
      return who(`/v1/staff/juries/${fixture.id}/works/${await numberFor(fixture)}/rating`, { method: 'PUT', body });
    },
    readRanking: (who, { id }) => who(path(id, '/ranking')),
    select: async (who, fixture) => {
      const { id, entries, stage } = fixture;
      const body =
        stage === 'blind'
          ? { numbers: await numbers(fixture) }
          : { artworkIds: (await read(fixture)).selection?.artworkIds ?? [entries[0]] };
      return who(path(id, '/selection'), { body });
    },
    selectSighted: (who, { id, entries }) => who(path(id, '/selection'), { body: { artworkIds: entries } }),
    lookUp: (who, { id }) => who(path(id, '/lookup'), { body: { entryNumber: 1 } }),
    reveal: async (who, fixture) => {
      const { id, stage } = fixture;
      if (stage === 'blind')
        demand(await editor(path(id, '/selection'), { body: { numbers: await numbers(fixture) } }));
      return who(path(id, '/reveal'), { body: {} });
    },
    reopen: (who, { id }) => who(path(id, '/status'), { body: { status: 'open' } }),
    publishExhibition: (who, { id }) => who(path(id, '/publish'), { body: {} }),
    unpublishExhibition: (who, { id }) => who(path(id, '/unpublish'), { body: {} }),
    archiveExhibition: async (who, fixture) =>
      who(path(fixture.id), { method: 'DELETE', version: (await read(fixture)).version }),
    unarchiveExhibition: async (who, fixture) =>
      who(path(fixture.id, '/unarchive'), { version: (await read(fixture)).version, body: {} }),
    previewExhibition: (who, { id }) => who(path(id, '/previews'), { body: { locale: 'az' } }),
    readExhibitionRevisions: async (who, { id }) => {
      const asked = [await who(path(id, '/revisions/1')), await who(path(id, '/revisions'))];
      // One of them that is let through would be enough to read it.
      return asked.toSorted((a, b) => a.status - b.status)[0] as Answer;
    },
    restoreExhibition: async (who, fixture) =>
      who(path(fixture.id, '/revisions/1/restore'), { version: (await read(fixture)).version, body: {} }),
    revokeExhibitionPreview: (who, { id, previewId }) => who(path(id, `/previews/${previewId}`), { method: 'DELETE' }),
  };

  return { make, acts };
};

/** Acts after which everything is as it was. */
export const reading: ReadonlySet<ExhibitionAction | EventAction> = new Set([
  ...([
    'readExhibition',
    'readEntry',
    'readArtist',
    'findDuplicates',
    'readMentions',
    'readHall',
    'readWorks',
    'readRanking',
    'readExhibitionRevisions',
  ] as const),
  ...(['readEvent'] as const),
]);

/**
 * Where the state of the exhibition is not that of the row, or the act is another one: opening a draft is no opening
 * again.
 */
export const outside = (act: ExhibitionAction, stage: ExhibitionStage): boolean => {
  if (act === 'reopen') return ['draft', 'open'].includes(stage);
  return act === 'selectSighted' && !['revealed', 'published', 'withdrawn'].includes(stage);
};
