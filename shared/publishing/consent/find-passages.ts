import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { writeItem } from '../../aws/write-item.ts';
import { readAllExhibitions } from '../../desk/exhibitions/all-exhibitions.ts';
import { requireEntry } from '../../desk/exhibitions/entry-access.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { readStoredNames } from '../../desk/mentions/withheld-names.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import type { Upload } from '../../model/files/upload.ts';
import { NameIndex } from '../../model/names/name-index.ts';
import { nameKeys } from '../../model/names/name-keys.ts';
import { fileNameWithoutOthers, passagesNaming, withoutOthers } from '../../model/names/passages-naming.ts';
import { type FoundMention, findMentionsOfName } from './find-mentions.ts';
import { nameFinder } from './name-finder.ts';

/** A text that names a person, as the person may read of it: nothing in it names anybody else. */
interface FoundPassage extends Omit<FoundMention, 'item'> {
  readonly exhibitionId: string | undefined;
  readonly titles: Readonly<Record<string, { readonly title: string }>>;
  readonly passages: readonly string[];
}

interface FoundPassages {
  readonly texts: readonly FoundPassage[];
  readonly files: readonly Pick<Upload, 'fileName' | 'contentType' | 'contentLength' | 'createdAt'>[];
  /** Where the next call goes on; absent at the end. */
  readonly last?: string | undefined;
}

/** How many exhibitions' names are read at the same time. */
const concurrency = 8;

/** The names of everybody whom Sergi knows, but of one entry. */
const namesBeside = async (artworkId: string): Promise<NameIndex> => {
  const exhibitions = await readAllExhibitions();
  const entries = (await mapWithConcurrency(exhibitions, concurrency, ({ id }) => readStoredNames(id))).flat();
  const others = entries.filter((entry) => entry.artworkId !== artworkId);
  return new NameIndex(others.flatMap(({ artist, guardian }) => (guardian ? [artist, guardian] : [artist])));
};

/**
 * Goes on finding what texts and names of files say of the artist of an entry, for a document that the person gets: the
 * sentences that name them, without the names of others. The entry's own texts are left out: the document has them.
 * Each part is on record.
 */
export const findPassages = async (
  { exhibitionId, artworkId, after }: { exhibitionId: string; artworkId: string; after: string | undefined },
  actor: Actor,
): Promise<FoundPassages> => {
  const exhibition = await requireExhibition(exhibitionId);
  const { artist } = await requireEntry(exhibition, artworkId, { action: 'changeConsent', actor });
  await writeItem(auditWrite(actor, 'person.exported', artworkId));
  if (!artist) return { texts: [], files: [] };
  // A word alone that is a name is that of others, too.
  const finder = nameFinder(artist.name, true);
  const { mentions: all, uploads, last } = await findMentionsOfName(finder, after, actor);
  const mentions = all.filter(({ place }) => place.kind !== 'artwork' || place.id !== artworkId);
  const own = new NameIndex([nameKeys(artist.name)]);
  const named = { own, others: mentions.length > 0 ? await namesBeside(artworkId) : new NameIndex([]) };
  const isHit = (sentence: string) => finder.kindsIn(sentence).length > 0;
  const found = mentions.map(({ item, texts, ...mention }) => ({
    ...mention,
    passages: [...new Set(texts.flatMap((text) => passagesNaming(text, named, isHit)))],
    exhibitionId: item.exhibitionId,
    titles: Object.fromEntries(
      Object.entries(item.titles).flatMap(([locale, { title }]) =>
        title ? [[locale, { title: withoutOthers(title, named) }]] : [],
      ),
    ),
  }));
  const files = uploads.map(({ fileName, contentType, contentLength, createdAt }) => ({
    ...{ contentType, contentLength, createdAt },
    fileName: fileNameWithoutOthers(fileName, own),
  }));
  return { texts: found, files, ...(last && { last }) };
};
