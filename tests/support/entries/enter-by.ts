import { expect } from 'vitest';
import type { AskAs } from '../clients/staff-members.ts';
import type { ExhibitionCloud } from '../cloud/exhibition-cloud.ts';
import { artistOf, type Secrets, secretsOf } from './secrets.ts';

/** A work that was entered, with what is secret of it. */
export interface PlantedEntry {
  readonly artworkId: string;
  readonly uploadId: string;
  readonly entryNumber: number;
  readonly secrets: Secrets;
}

const plainTexts = ({ given }: Secrets) => ({ translations: { az: { title: `Rəsm ${given.at(-2)}`, alt: 'Rəsm' } } });

/** Texts that tell nothing, beside some that name the artist, the guardian, the school and the region. */
export const tellingTexts = (secrets: Secrets) => {
  const { given, surname, guardian, school, region } = secrets;
  const { az } = plainTexts(secrets).translations;
  return {
    translations: {
      az: { ...az, description: `${given} bunu ${region}da çəkib.` },
      en: { title: `The house of ${given} ${surname}`, alt: `For ${guardian}` },
    },
    medium: `Quaş, ${school}`,
  };
};

/** Enters a work as a member of the staff: what is secret of it has the word in it. */
export const enterBy = async (
  cloud: ExhibitionCloud,
  who: AskAs,
  id: string,
  word: string,
  textsOf: (of: Secrets) => object = plainTexts,
): Promise<PlantedEntry> => {
  const secrets = secretsOf(word);
  const uploadId = await cloud.copiedUpload();
  const { status, body } = await who(`/v1/staff/exhibitions/${id}/artworks`, {
    body: { uploadId, artist: artistOf(secrets, 'full'), medium: 'Quaş', ...textsOf(secrets) },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return { artworkId: body.id, uploadId, entryNumber: body.entryNumber, secrets };
};
