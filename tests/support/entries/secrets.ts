import sharp, { type Metadata } from 'sharp';
import { expect } from 'vitest';
import type { ExhibitionCloud } from '../cloud/exhibition-cloud.ts';

/** Words that no language has: what is found of them was put there by nobody else. */
export const secretsOf = (word: string) => ({
  given: `Ad${word}`,
  surname: `Soy${word}`,
  guardian: `Valideyn${word}`,
  school: `Məktəb${word}`,
  region: `Rayon${word}`,
  file: `Fayl${word}`,
  exif: `Exif${word}`,
});

export type Secrets = ReturnType<typeof secretsOf>;

/** A scan with a name and a place in its metadata. */
const scan = (exif: string): Promise<Buffer> =>
  sharp({
    create: {
      width: 1300,
      height: 900,
      channels: 3,
      background: '#2a9d8f',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
    .withExif({
      IFD0: { Artist: exif, ImageDescription: exif, Copyright: exif },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 24/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '49/1 52/1 0/1' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${exif}"/></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg()
    .toBuffer();

export const artistOf = ({ given, surname, guardian, school, region }: Secrets, name: string) => ({
  name: `${given} ${surname}`,
  ageAtEntry: 9,
  school,
  region,
  isMinor: true,
  consent: { guardian: `Rəna ${guardian}`, grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true, name },
});

interface SecretEntry extends Readonly<Record<string, unknown>> {
  readonly word: string;
  readonly form: string;
  /** Instead of a scan of its own, which has secrets, too. */
  readonly uploadId?: string;
}

/** Enters an artwork full of secrets. */
export const enterSecret = async (cloud: ExhibitionCloud, id: string, entry: SecretEntry) => {
  const { word, form, uploadId: given, ...over } = entry;
  const secrets = secretsOf(word);
  const uploadId = given ?? (await cloud.uploadFile(await scan(secrets.exif), `${secrets.file}.jpg`));
  const artworkId = await cloud.enter(id, { uploadId, artist: artistOf(secrets, form), ...over });
  return { artworkId, uploadId, secrets };
};

/** Every public answer that has to do with an exhibition, its headers too. */
export const publicAnswers = async (
  cloud: ExhibitionCloud,
  id: string,
  artworkIds: readonly string[],
): Promise<string[]> => {
  const paths = [
    '/v1/site',
    '/v1/exhibitions',
    '/v1/iiif/collection',
    `/v1/exhibitions/${id}/manifest`,
    ...['az', 'en', 'ru'].flatMap((locale) => [
      `/v1/feed?locale=${locale}&limit=100`,
      `/v1/exhibitions?locale=${locale}`,
      `/v1/exhibitions/${id}?locale=${locale}`,
      ...artworkIds.map((artworkId) => `/v1/exhibitions/${id}/artworks/${artworkId}?locale=${locale}`),
    ]),
  ];
  return Promise.all(
    paths.map(async (path) => {
      const response = await cloud.fetch(`${cloud.url}${path}`);
      return `${path} ${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
    }),
  );
};

/** Every public file with its headers; of the images also what they say of themselves. */
export const publicFiles = async (cloud: ExhibitionCloud): Promise<string[]> => {
  const bucket = cloud.s3.bucketName('MediaBucket');
  return Promise.all(
    (await cloud.media()).map(async (key) => {
      const { headers, body } = await cloud.s3.read(bucket, key);
      const bytes = Buffer.from(body as Uint8Array);
      const said: Partial<Metadata> = key.endsWith('.json') ? {} : await sharp(bytes).metadata();
      expect([said.exif, said.xmp, said.iptc, said.comments], key).toEqual(Array(4).fill(undefined));
      return `${key} ${JSON.stringify(headers)} ${bytes.toString('utf8')} ${bytes.toString('utf16le')}`;
    }),
  );
};

/** Which of the words stand in any of the texts, and where. */
export const found = (where: readonly string[], words: readonly string[]): string[] =>
  where.flatMap((text) =>
    words.filter((word) => text.includes(word)).map((word) => `${word} in ${text.slice(0, 300)}`),
  );
