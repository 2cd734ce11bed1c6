import { mergePatch } from '../../shared/model/json/merge-patch.ts';
import type { SheetEntry } from '../../shared/sheet/check-sheet.ts';
import type { EnteredArtwork, EntryTarget } from '../../shared/sheet/entry-target.ts';
import { readSheet } from '../../shared/sheet/read-sheet.ts';
import { rowContent } from '../../shared/sheet/row-content.ts';

/** The cells of a row; every row has the same columns. */
export type Cells = Readonly<Record<string, string>>;

/** Rows of a sheet that were checked; the bytes of each file are its name. */
export const entriesOf = (rows: readonly Cells[]): SheetEntry[] => {
  const table = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return readSheet(table.map((cells) => cells.join(';')).join('\n'), 'en').map((row) => {
    const { content, errors } = rowContent(row, 'en');
    if (!content) throw new Error(JSON.stringify(errors));
    const name = rows[row.row - 2]?.file ?? '';
    const file = { fileName: name, contentType: 'image/jpeg', contentLength: 1, sha256: name };
    return { row: row.row, name, columns: row.columns, content, file: { ...file, open: async () => new Blob([]) } };
  });
};

/** The artwork that a row has become, ready, with its number as the id. */
export const artworkOf = ({ row, content, file }: SheetEntry): EnteredArtwork => ({
  ...{ ...content, id: `id${row}`, entryNumber: content.entryNumber ?? row, version: 1 },
  ...{ uploadSha256: file.sha256, uploadState: 'ready' },
});

/** An error for which a row is refused, and the others are not. */
export class Refusal extends Error {}

/** An exhibition in memory, and what is asked of it, in its order. */
export const targetOf = (artworks: readonly EnteredArtwork[]) => {
  const stored = new Map(artworks.map((artwork) => [artwork.id, artwork]));
  const asked: string[] = [];
  const target: EntryTarget = {
    listArtworks: async () => [...stored.values()],
    startUpload: async ({ sha256 }) => ({
      uploadId: sha256,
      send: async () => {
        asked.push(`send ${sha256}`);
      },
    }),
    awaitReady: async () => {},
    createArtwork: async ({ uploadId, ...content }) => {
      asked.push(`create ${uploadId}`);
      const artwork = { ...content, id: uploadId, entryNumber: content.entryNumber ?? stored.size + 1, version: 1 };
      stored.set(uploadId, { ...artwork, uploadSha256: uploadId, uploadState: 'ready' });
      return artwork;
    },
    readArtwork: async (id) => {
      asked.push(`read ${id}`);
      return stored.get(id) as EnteredArtwork;
    },
    changeArtworks: async (changes) => {
      asked.push(`change ${changes.map(({ artworkId }) => artworkId).join(' ')}`);
      return changes.map(({ artworkId, version, patch }) => {
        const before = stored.get(artworkId);
        if (before?.version !== version) return { message: 'overtaken', isTransient: true };
        stored.set(artworkId, { ...(mergePatch(before, patch) as EnteredArtwork), version: version + 1 });
        return undefined;
      });
    },
    refusalOf: (error) => (error instanceof Refusal ? error.message : undefined),
  };
  return { target, stored, asked };
};
