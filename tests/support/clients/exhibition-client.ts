import { expect } from 'vitest';
import { problemSchema } from '../../../shared/contract/problem.ts';
import type { Group } from '../../../shared/model/staff/role.ts';
import { drawing } from '../files/drawings.ts';
import { type Answer, ask, unique, upload } from './client.ts';

/** Consent of a guardian that holds for as long as anybody will run this. */
export const consent = { guardian: 'Rəna Quliyeva', grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true };

/** An artist who is a minor, whose name may appear in the given form. */
export const child = (name: string, form: 'full' | 'initial' | 'first' | 'none' = 'first') => ({
  name,
  ageAtEntry: 9,
  school: '6 nömrəli məktəb',
  region: 'Gəncə',
  isMinor: true,
  consent: { ...consent, name: form },
});

/** What an artwork lacks to be exhibited but for its artist and image. */
export const texts = (word: string) => ({
  az: { title: `Günəş ${word}`, alt: `Günəşin altında bir ev, ${word}` },
  en: { title: `The sun ${word}`, alt: `A house below the sun, ${word}` },
});

/** Whether a rating is blind is for editors to say. */
export const createExhibition = (content: object): Promise<Answer> =>
  ask('/v1/staff/exhibitions', { as: 'blindRating' in content ? 'editor' : 'contributor', body: content });

/** What could be published of an exhibition, but for its selection. */
export const complete = (title: string) => ({
  opensOn: '2022-11-18',
  translations: { az: { title, description: 'Sərgi **açıldı**.' } },
});

export const exhibitionAct = (id: string, act: string, body: object, as: Group = 'editor'): Promise<Answer> =>
  ask(`/v1/staff/exhibitions/${id}/${act}`, { as, body });

export const readStaffExhibition = (id: string): Promise<Answer> =>
  ask(`/v1/staff/exhibitions/${id}`, { as: 'contributor' });

export const enter = (id: string, content: object, as: Group = 'contributor'): Promise<Answer> =>
  ask(`/v1/staff/exhibitions/${id}/artworks`, { as, body: content });

export const readArtwork = (id: string, artworkId: string, as: Group = 'editor'): Promise<Answer> =>
  ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { as });

/** Changes an artwork, against the version that it has now. */
export const changeArtwork = async (
  id: string,
  artworkId: string,
  body: object,
  as: Group = 'editor',
): Promise<Answer> => {
  const { headers } = await readArtwork(id, artworkId, as);
  return ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, {
    method: 'PATCH',
    as,
    headers: { 'if-match': headers.get('etag') ?? '' },
    body,
  });
};

/** Puts the juror of the tests on the jury of an exhibition. */
export const assignJuror = async (id: string): Promise<string> => {
  const { jurorId } = (await ask('/v1/staff/juries', { as: 'juror' })).body;
  const { status } = await ask(`/v1/staff/exhibitions/${id}/jurors/${jurorId}`, {
    ...{ method: 'PUT', as: 'editor', body: {} },
  });
  expect(status).toBe(200);
  return jurorId;
};

/** The number under which a jury that rates blind knows an entry: an admin looks it up. */
export const numberOf = async (id: string, entryNumber: number): Promise<number> => {
  const { status, body } = await exhibitionAct(id, 'lookup', { entryNumber }, 'admin');
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items[0].number;
};

export const rateWork = (id: string, number: number, body: object, as: Group = 'juror'): Promise<Answer> =>
  ask(`/v1/staff/juries/${id}/works/${number}/rating`, { method: 'PUT', as, body });

/** Uploads a scan of a drawing unlike any other; `width` in pixels, 160 where absent. */
export const uploadDrawing = async (width = 160): Promise<string> => {
  const sheet = drawing(Math.floor(Math.random() * 1e9));
  const { body } = await upload(await sheet.resize({ width }).jpeg().toBuffer());
  if (body.state !== 'ready') throw new Error(JSON.stringify(body));
  return body.uploadId;
};

/** Enters an artwork that may be exhibited; gives its id. */
export const enterComplete = async (id: string, word: string, over: object = {}): Promise<string> => {
  const content = { uploadId: await uploadDrawing(), translations: texts(word), artist: child('Aysel Hüseynova') };
  const { status, body } = await enter(id, { ...content, ...over }, 'editor');
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
};

/** Every file that the description of an image service (`info.json`) leads a viewer to. */
export const namedFiles = ({ id, width, height, sizes, tiles }: Answer['body']): string[] => {
  const [{ width: side, scaleFactors }] = tiles;
  const files = [
    `full/max`,
    ...sizes.map((size: { width: number; height: number }) => `full/${size.width},${size.height}`),
  ];
  for (const factor of scaleFactors) {
    const step = side * factor;
    // The whole image in one tile is one of the sizes.
    if (step >= Math.max(width, height)) continue;
    for (let y = 0; y < height; y += step) {
      for (let x = 0; x < width; x += step) {
        const [w, h] = [Math.min(step, width - x), Math.min(step, height - y)];
        files.push(`${x},${y},${w},${h}/${Math.ceil(w / factor)},${Math.ceil(h / factor)}`);
      }
    }
  }
  return files.map((file) => `${id}/${file}/0/default.jpg`);
};

/** Field and reason of each error that an answer names. */
export const faults = (answer: Answer): string[] => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return (problemSchema.parse(answer.body).errors ?? []).map(({ path, message }) => `${path} ${message}`);
};

/** An id that nothing has. */
export const nobody = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** Creates an exhibition that could be published but for its selection; gives its id. */
export const draftExhibition = async (content: object = {}): Promise<string> =>
  (await createExhibition({ ...complete(unique('Sərgi')), ...content })).body.id;
