import { hash } from 'node:crypto';
import { ulid } from 'ulid';
import { toDocument } from '../../../shared/aws/document.ts';
import type { Item, Key } from '../../../shared/aws/table.ts';
import { putWrite } from '../../../shared/aws/table-writes.ts';
import { writeMany } from '../../../shared/aws/write-many.ts';
import { deskTable } from '../../../shared/desk/store/table.ts';

const at = '2026-11-28T10:00:00.000Z';
const made = { createdAt: at, createdBy: 'leyla' };

/**
 * Puts entries into an exhibition whose images look as the fingerprints say, as entering and ingest leave them, and
 * gives their ids. `bare` ones are written as version 0.1.0 did: without the attributes beside the document.
 */
export const plantEntries = async (
  exhibitionId: string,
  fingerprints: readonly string[],
  isBare: (n: number) => boolean = () => false,
): Promise<string[]> => {
  const pk = { S: `EXHIBITION#${exhibitionId}` };
  const description = 'Uşaqların rəsmləri sərgilənir. '.repeat(40);
  const entries = fingerprints.map((fingerprint, n) => ({ fingerprint, n, id: ulid(n + 1), uploadId: ulid(n + 1) }));
  const items = entries.flatMap(({ fingerprint, n, id, uploadId }): (Item & Key)[] => {
    const entryNumber = n + 1;
    const translations = { az: { title: `Rəsm ${n}`, description, alt: description.slice(0, 900) } };
    const artist = { name: 'Leyla Əliyeva', isMinor: false, school: '20 nömrəli məktəb' };
    const texts = { translations, artist, status: 'entered', version: 1, updatedAt: at, updatedBy: 'leyla', ...made };
    const artwork = { id, exhibitionId, entryNumber, uploadId, ...texts };
    const image = {
      ...{ width: 1200, height: 900, placeholder: '3PcNNYSFeXh/k2BYeHh3h3d3h4iI', color: '#7bb661' },
      ...{ widths: [320, 640], bytes: 1, fingerprint },
    };
    const facts = {
      ...{ id: uploadId, fileName: `scan-${n}.jpg`, contentType: 'image/jpeg', contentLength: 1_000 },
      ...{ sha256: hash('sha256', uploadId), image, ...made },
    };
    const beside: Item = isBare(n)
      ? {}
      : { entryNumber: { S: String(entryNumber) }, createdBy: { S: made.createdBy }, uploadId: { S: uploadId } };
    return [
      { pk, sk: { S: `ARTWORK#${id}` }, doc: toDocument(artwork), version: { N: '1' }, ...beside },
      {
        ...{ pk: { S: `UPLOAD#${uploadId}` }, sk: { S: 'UPLOAD' }, state: { S: 'ready' } },
        ...{ facts: { S: JSON.stringify(facts) }, artwork: { S: `${exhibitionId}/${id}` } },
        ...(!isBare(n) && { fingerprint: { S: fingerprint } }),
      },
    ];
  });
  await writeMany(
    deskTable,
    items.map((item) => putWrite(deskTable, item)),
  );
  return entries.map(({ id }) => id);
};
