import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import * as z from 'zod';

export interface SampleTarget {
  /** The address of the API. */
  readonly url: string;
  token(request: { role: string }): Promise<string>;
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
  <rect width="1600" height="1200" fill="#bfe3f7"/><rect y="850" width="1600" height="350" fill="#7bb661"/>
  <circle cx="1330" cy="230" r="130" fill="#ffd23f"/>
  <g stroke="#5a3d2b" stroke-width="14" fill="#e4572e"><path d="M420 620 L640 430 L860 620 Z"/><rect x="470" y="620" width="340" height="270" fill="#f6f1e3"/></g>
  <g stroke="#33312e" stroke-width="16" fill="none"><circle cx="1010" cy="700" r="46"/><path d="M1010 746v130M1010 790l-80 40M1010 790l90 30M1010 876l-50 90M1010 876l50 90"/>
  <circle cx="1210" cy="720" r="42"/><path d="M1210 762v120M1210 800l-110 20M1210 800l80 40M1210 882l-46 84M1210 882l46 84"/></g>
</svg>`;

const cover = { coverAlt: 'Uşaq rəsmi: ev, günəş və əl-ələ tutmuş iki uşaq' };

const events = [
  {
    publishAt: '2022-11-18T08:00:00Z',
    withCover: true,
    content: {
      category: 'events',
      campaign: 'drawings-2022',
      startsAt: '2022-11-18',
      venue: 'Bakı',
      translations: {
        az: {
          title: 'Şagirdlərin rəsm müsabiqəsinin qalibləri mükafatlandırılıb',
          body: 'Səfirliklə birgə keçirilən müsabiqədə **100-ə yaxın şagird** iştirak edib.\n\nSeçilmiş 10 rəsm nazirliyin foyesində nümayiş etdirilir.',
          ...cover,
        },
        en: {
          title: 'Winners of the schoolchildren’s drawing competition receive their awards',
          body: 'About **100 schoolchildren** took part in the competition, held together with the embassy.\n\nTen drawings were selected and are on display in the hall of the ministry.',
          coverAlt: 'A child’s drawing: a house, the sun and two children holding hands',
        },
      },
    },
  },
  {
    publishAt: '2024-07-24T08:00:00Z',
    content: {
      category: 'events',
      translations: {
        en: { title: 'Training course on open government', body: 'An item that exists in English only.' },
      },
    },
  },
  {
    publishAt: '2024-03-14T08:00:00Z',
    content: {
      category: 'news',
      translations: {
        az: { title: '“Birlikdə gələcəyə” kampaniyası başa çatdı', body: 'Yalnız Azərbaycan dilində olan xəbər.' },
      },
    },
  },
];

const uploadSchema = z.object({
  uploadId: z.string(),
  url: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});
const idSchema = z.object({ id: z.string() });

/** Fills an empty Sergi with a small sample, once: `data` remembers that it has been done. */
export const seedSample = async (target: SampleTarget, data: string): Promise<void> => {
  const seeded = join(data, 'seeded');
  if (existsSync(seeded)) return;
  const token = await target.token({ role: 'editor' });
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${target.url}/v1/staff${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The sample was refused: ${await response.text()}`);
    return response.json();
  };

  const bytes = await sharp(Buffer.from(drawing)).jpeg({ quality: 90 }).toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const request = { fileName: 'drawing.jpg', contentType: 'image/jpeg', contentLength: bytes.length, sha256 };
  const upload = uploadSchema.parse(await ask('/uploads', request));
  if (upload.url)
    await fetch(upload.url, { method: 'PUT', headers: upload.headers ?? {}, body: new Uint8Array(bytes) });
  const isReady = async () =>
    z.object({ state: z.string() }).parse(await ask(`/uploads/${upload.uploadId}`)).state === 'ready';
  for (let tries = 0; !(await isReady()); tries += 1) {
    if (tries === 300) throw new Error('The image of the sample does not become ready.');
    await pause(100);
  }
  for (const { publishAt, withCover, content } of events) {
    const { id } = idSchema.parse(
      await ask('/events', { ...content, ...(withCover && { coverUploadId: upload.uploadId }) }),
    );
    await ask(`/events/${id}/publish`, { publishAt });
  }
  writeFileSync(seeded, new Date().toISOString());
};
