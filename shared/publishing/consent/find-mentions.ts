import { mayKnowArtists, mayLookUp } from '../../desk/consent/find-entries.ts';
import { requireEntry } from '../../desk/exhibitions/entry-access.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { isReadable } from '../../desk/exhibitions/upload-access.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Upload } from '../../model/files/upload.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { MentionKind } from '../../model/names/mention-kind.ts';
import type { TextField } from '../../model/names/text-fields.ts';
import { withheldEntryOf } from '../../model/names/withheld-entry.ts';
import { WithheldNames } from '../../model/names/withheld-names.ts';
import { openMentions } from '../mentions/open-mentions.ts';
import { readersTexts } from '../mentions/readers-text.ts';
import { erasedEntryOf } from '../mentions/search-after.ts';
import type { SearchedItem } from '../mentions/searched-item.ts';
import { walkTexts } from '../mentions/walk-texts.ts';
import type { ForeseenAct } from './foresee-effects.ts';
import { type NameFinder, nameFinder } from './name-finder.ts';

/** A place in a text that names a person. */
export interface FoundMention {
  readonly place: FieldLocation;
  readonly match: MentionKind;
  readonly isPublic: boolean;
  readonly item: Pick<SearchedItem, 'exhibitionId' | 'titles'>;
}

/** A place with what readers see there, as staff have it and as the public does; an address alone is no text. */
interface MentionInText extends FoundMention {
  readonly texts: readonly string[];
}

interface FoundMentions<M extends FoundMention = FoundMention> {
  readonly mentions: readonly M[];
  /** Files whose names hold the name. */
  readonly uploads: readonly Upload[];
  /** Where the next call goes on; absent at the end. */
  readonly last?: string;
}

/** How long one call compares texts, in milliseconds, before it leaves the rest to the next. */
const budgetMs = 3_000;

interface ForeseenMentions {
  readonly exhibitionId: string;
  readonly artworkId: string;
  readonly act: ForeseenAct;
  readonly after: string | undefined;
}

type Compare<M extends FoundMention> = (item: SearchedItem) => M[];

const nobodys = { id: '', eventIds: [], campaign: undefined };

/**
 * Goes on finding where texts and names of files say a name, in any grammatical form and spelling. `finder` says what
 * counts as the name.
 */
export const findMentionsOfName = (
  finder: NameFinder,
  after: string | undefined,
  actor: Actor,
): Promise<FoundMentions<MentionInText>> => {
  const compare: Compare<MentionInText> = (item) => {
    const found = new Map<string, MentionInText>();
    const note = (fields: readonly TextField[], isPublic: boolean) => {
      for (const field of fields) {
        const readings = readersTexts(field).map((one) => ({ ...one, kinds: finder.kindsIn(one.text, one.isAddress) }));
        const match = weightiest(readings.flatMap(({ kinds }) => kinds));
        const { locale, field: named } = field;
        if (!match) continue;
        const key = `${locale} ${named}`;
        // As it is rendered, where that names the person.
        const text = readings.find(({ kinds, isAddress }) => kinds.length > 0 && !isAddress)?.text;
        const texts = [...(found.get(key)?.texts ?? []), ...(text === undefined ? [] : [text])];
        const place: FieldLocation = { kind: item.kind, id: item.id, ...(locale && { locale }), field: named };
        found.set(key, { place, match, isPublic, item, texts });
      }
    };
    note(item.fields, item.isPublic);
    note(item.publicFields, true);
    if (item.formerName !== undefined) note([{ field: 'artist.name', text: item.formerName, form: 'plain' }], true);
    return [...found.values()];
  };
  return walk(compare, finder, { after, exhibition: nobodys, mayRead: mayKnowArtists }, actor);
};

/**
 * Goes on finding the texts that an editor must look at after an act on an entry: by the code that records them then,
 * and nothing is recorded. Throws as the act does.
 */
export const foreseeMentions = async (
  { exhibitionId, artworkId, act, after }: ForeseenMentions,
  actor: Actor,
): Promise<FoundMentions> => {
  const exhibition = await requireExhibition(exhibitionId);
  const action = act === 'erase' ? 'eraseEntry' : 'changeConsent';
  const artwork = await requireEntry(exhibition, artworkId, { action, actor });
  const { artist } = artwork;
  const entry =
    act === 'erase'
      ? erasedEntryOf(artwork)
      : artist && withheldEntryOf({ ...artwork, artist: { ...artist, consent: act.consent ?? undefined } });
  if (!entry || !artist) return { mentions: [], uploads: [] };
  const { site } = await readSite();
  const names = new WithheldNames([entry], actor.now, site.timeZone);
  const compare: Compare<FoundMention> = (item) =>
    openMentions(item, names).map(({ place, match, isPublic }) => ({ place, match, isPublic, item }));
  return walk(compare, nameFinder(artist.name), { after, exhibition, mayRead: mayLookUp }, actor);
};

const walk = async <M extends FoundMention>(
  compare: Compare<M>,
  finder: NameFinder,
  {
    after,
    exhibition,
    mayRead,
  }: {
    readonly after: string | undefined;
    readonly exhibition: Pick<Exhibition, 'id' | 'eventIds' | 'campaign'>;
    /** Whether the texts of the entries of an exhibition are compared. */
    readonly mayRead: typeof mayLookUp;
  },
  actor: Actor,
): Promise<FoundMentions<M>> => {
  const until = performance.now() + budgetMs;
  const mentions: M[] = [];
  const uploads: Upload[] = [];
  const withArtworksOf = (one: Exhibition): boolean => mayRead(one, actor);
  for await (const step of walkTexts({ after, exhibition, withArtworksOf })) {
    mentions.push(...step.items.flatMap(compare));
    for (const upload of step.uploads) {
      const words = upload.fileName.replace(/[_.-]+/g, ' ');
      if (finder.kindsIn(words, true).length > 0 && (await isReadable(upload, actor))) uploads.push(upload);
    }
    if (performance.now() > until) return { mentions, uploads, last: step.place };
  }
  return { mentions, uploads };
};

const order: readonly MentionKind[] = ['full', 'initial', 'surname', 'given'];

const weightiest = (kinds: readonly MentionKind[]): MentionKind | undefined =>
  order.find((kind) => kinds.includes(kind));
