import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cloud } from '@sergi/emulator/cloud.ts';
import { drawing } from '../support/files/drawings.ts';

/** Calls to the staff's part of a Sergi, as an admin. */
export type Staff = (path: string, body?: unknown, init?: RequestInit) => Promise<Reply>;

interface Reply {
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the fields of an answer are taken as they come
  readonly body: any;
}

/** Calls to the Sergi at an address, with what its `Authorization` header says. */
export const staffAs =
  (url: string, authorization: string): Staff =>
  async (path, body, init = {}) => {
    const response = await fetch(`${url}/v1/staff${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...init,
      headers: { authorization, 'content-type': 'application/json', ...init.headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return { headers: response.headers, body: text ? JSON.parse(text) : undefined };
  };

export const staffOf = async (cloud: Pick<Cloud, 'url' | 'token'>): Promise<Staff> =>
  staffAs(cloud.url, `Bearer ${await cloud.token({ groups: ['admin'] })}`);

/** Uploads a drawing, and gives the upload's id once it is ready. */
export const upload = async (staff: Staff, seed: number, width: number, height: number): Promise<string> => {
  const bytes = await drawing(seed, 40).resize(width, height, { fit: 'fill' }).jpeg().toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const request = { fileName: 'a.jpg', contentType: 'image/jpeg', contentLength: bytes.length, sha256 };
  const { body } = await staff('/uploads', request);
  await fetch(body.url, { method: 'PUT', headers: body.headers, body: new Uint8Array(bytes) });
  for (;;) {
    const { state } = (await staff(`/uploads/${body.uploadId}`)).body;
    if (state === 'ready') return body.uploadId;
    if (state === 'rejected') throw new Error('The drawing was rejected.');
    await pause(100);
  }
};

const quotation = {
  az: { text: 'Uşaqların rəsmlərində gələcəyimiz görünür.', speaker: 'Nazir' },
  en: { text: 'In the drawings of children we see our future.', speaker: 'The Minister' },
  ru: { text: 'В рисунках детей видно наше будущее.', speaker: 'Министр' },
};

const title = {
  az: 'Azərbaycan Respublikasının Mədəniyyət Nazirliyi',
  en: 'Ministry of Culture of the Republic of Azerbaijan',
  ru: 'Министерство культуры Азербайджанской Республики',
};

const paragraph = (text: string) => Array(3).fill(text).join(' ');

const translations = {
  az: {
    title: 'Şagirdlərin rəsm müsabiqəsinin qalibləri mükafatlandırılıb',
    slug: 'resm-musabiqesi',
    summary: 'Səfirliklə birgə keçirilən müsabiqədə 100-ə yaxın şagird iştirak edib.',
    body: `${paragraph('Müsabiqədə **100-ə yaxın şagird** iştirak edib, onların işləri nazirliyin foyesində nümayiş etdirilir.')}

# Qaliblər

1. Birinci yer
2. İkinci yer

| Yer | Məktəb | Şəhər | Müəllim | Texnika | İştirakçıların sayı |
| --- | --- | --- | --- | --- | --- |
| Birinci | 6 nömrəli məktəb | Gəncə | R. Quliyeva | Akvarel | 12 |

### Təşəkkür

> Hər bir rəsm bir hekayədir.

[Müsabiqə haqqında](https://example.org/competition) ![Diplom](https://example.org/diploma.png)`,
  },
  en: {
    title: 'Winners of the schoolchildren’s drawing competition receive their awards',
    slug: 'drawing-competition',
    body: paragraph('About **100 schoolchildren** took part in the competition, held together with the embassy.'),
  },
  ru: {
    title: 'Победители конкурса рисунков среди школьников получили награды',
    slug: 'konkurs-risunkov',
    body: paragraph('В конкурсе приняли участие **около 100 школьников**.'),
  },
};

const alt = {
  az: 'Uşaq rəsmi: ev, günəş və əl-ələ tutmuş iki uşaq',
  en: 'A child’s drawing: a house, the sun and two children holding hands',
  ru: 'Детский рисунок: дом, солнце и двое детей, которые держатся за руки',
};

const artist = (n: number) => ({
  name: ['Aysel Məmmədova', 'Tural Əliyev', 'Nigar Hüseynova'][n % 3],
  ageAtEntry: 8 + (n % 6),
  school: '6 nömrəli məktəb',
  region: 'Gəncə',
  isMinor: true,
  consent: {
    guardian: 'Rəna Quliyeva',
    grantedOn: '2022-01-01',
    expiresOn: '2099-12-31',
    image: true,
    name: n % 3 === 2 ? 'none' : 'initial',
  },
});

const exhibition = {
  opensOn: '2022-11-18',
  closesOn: '2022-12-02',
  place: { name: { az: 'Bakı, nazirliyin foyesi' } },
  campaign: 'drawings-2022',
  organisers: [
    { name: { az: title.az, en: title.en, ru: title.ru }, role: 'host' },
    { name: { az: 'Səfirlik', en: 'Embassy', ru: 'Посольство' }, role: 'partner' },
  ],
  translations: {
    az: {
      title: 'Uşaq rəsmləri sərgisi',
      slug: 'usaq-resmleri',
      description: 'Seçilmiş **rəsmlər** nümayiş etdirilir.',
    },
    en: { title: 'An exhibition of children’s drawings', slug: 'drawings', description: 'The selected **drawings**.' },
  },
};

/** What takes place after today. */
const upcoming = [
  ['Nizami Gəncəvinin qəzəlləri: muğam axşamı', 'The ghazals of Nizami: an evening of mugham'],
  ['Uşaqlar üçün keramika dərsi', 'A ceramics lesson for children'],
  ['Xalça sənəti haqqında mühazirə', 'A lecture on the art of carpets'],
  ['Qış konserti', 'Winter concert'],
  ['Kitabxanada açıq qapı günü', 'Open day at the library'],
] as const;

/**
 * Puts an institution with a quotation, an event in three languages, others in one, and an exhibition into an empty
 * Sergi.
 */
export const fill = async (staff: Staff, artworks = 4): Promise<void> => {
  const site = await staff('/site');
  const version = site.headers.get('etag') ?? '';
  const contact = {
    address: { az: 'Azadlıq meydanı 1\nBakı AZ1000', en: '1 Azadliq Square\nBaku AZ1000' },
    phone: '+994 12 000 00 00',
    email: 'info@example.org',
  };
  await staff(
    '/site',
    { ...site.body, title, quotation, contact, font: 'inter' },
    { method: 'PUT', headers: { 'if-match': version } },
  );
  const made = await staff('/exhibitions', exhibition);
  const ids: string[] = [];
  for (let n = 0; n < artworks; n += 1) {
    const uploadId = await upload(staff, n + 1, n % 2 ? 900 : 1200, n % 2 ? 1200 : 900);
    const texts = { az: { title: `Günəşli gün ${n + 1}`, alt: `Günəşin altında bir ev, ${n + 1}` } };
    const entry = { uploadId, translations: texts, artist: artist(n), medium: 'Akvarel', year: 2022 };
    ids.push((await staff(`/exhibitions/${made.body.id}/artworks`, entry)).body.id);
  }
  const at = `/exhibitions/${made.body.id}`;
  await staff(`${at}/selection`, { artworkIds: ids });
  await staff(`${at}/publish`, {});
  while ((await staff(at)).body.status !== 'published') await pause(100);

  const publish = async (content: object, publishAt: string) => {
    const { body } = await staff('/events', { category: 'events', ...content });
    await staff(`/events/${body.id}/publish`, { publishAt });
  };
  const pictures = [{ uploadId: await upload(staff, 99, 1600, 1100), alt }];
  const times = {
    showings: [{ startsAt: '2022-11-18T06:00:00Z', endsAt: '2022-11-18T08:00:00Z' }],
    place: { name: { az: 'Bakı, Nizami küçəsi 1' } },
  };
  await publish(
    { ...times, pictures, exhibitionId: made.body.id, campaign: 'drawings-2022', translations },
    '2022-11-18T08:00:00Z',
  );
  const day = 24 * 3_600_000;
  for (const [n, [az, en]] of upcoming.entries()) {
    const startsAt = new Date(Math.ceil(Date.now() / day) * day + (2 + 5 * n) * day + 14 * 3_600_000).toISOString();
    const alts = { az: `${az}: şəkil`, en: `${en}: a picture` };
    await publish(
      {
        showings: [{ startsAt, endsAt: new Date(Date.parse(startsAt) + 2 * 3_600_000).toISOString() }],
        place: { name: { az: 'Beynəlxalq Muğam Mərkəzi', en: 'International Mugham Centre' } },
        ...(n % 3 !== 2 && {
          pictures: [{ uploadId: await upload(staff, 200 + n, 1500, n % 2 ? 1000 : 1125), alt: alts }],
        }),
        category: n % 2 ? 'events' : 'announcements',
        translations: {
          az: {
            title: az,
            summary: 'Giriş sərbəstdir, yerlərin sayı məhduddur.',
            body: paragraph('Hamınızı gözləyirik.'),
          },
          ...(n !== 1 && { en: { title: en, body: 'All are welcome.' } }),
        },
      },
      `2025-11-${String(n + 10)}T08:00:00Z`,
    );
  }
  for (let n = 0; n < 22; n += 1) {
    const item =
      n % 2
        ? { en: { title: `Training course on open government, part ${n}`, body: 'In English only.' } }
        : { az: { title: `“Birlikdə gələcəyə” kampaniyası, ${n}-ci gün`, body: 'Yalnız Azərbaycan dilində.' } };
    await publish({ translations: item }, `2024-07-${String(n + 1).padStart(2, '0')}T08:00:00Z`);
  }
};
