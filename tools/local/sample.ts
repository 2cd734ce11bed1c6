import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { covers } from './sample/covers.ts';
import { daysFrom } from './sample/days.ts';
import { type Drawn, drawAll } from './sample/draw-all.ts';
import { artworkName, coverName } from './sample/drawings.ts';
import { type SampleEvent, sampleEvents } from './sample/events.ts';
import { type SampleExhibition, sampleExhibitions } from './sample/exhibitions.ts';
import { samplePages } from './sample/pages.ts';
import { type SampleTarget, type Staff, staffOf, uploadFile, waitFor } from './sample/staff.ts';

export type { SampleTarget } from './sample/staff.ts';

/** What has been filled in, by the names of the sample: where it was interrupted, the next start goes on. */
const progressSchema = z.object({
  startedAt: z.iso.datetime(),
  /** Ids of events, uploads, exhibitions and artworks. */
  ids: z.record(z.string(), z.string()),
  /** What has been published in whole. */
  done: z.array(z.string()),
});

const accountsSchema = z.object({ items: z.array(z.object({ id: z.string(), groups: z.array(z.string()) })) });

type Progress = z.output<typeof progressSchema>;

/** The progress as a file of the data folder keeps it. */
interface KeptProgress extends Progress {
  /** The id under a name: the one that is known, or that of what `make` makes. */
  id(name: string, make: () => Promise<string>): Promise<string>;
  /** Does something once. */
  once(name: string, act: () => Promise<unknown>): Promise<void>;
}

const progressIn = (file: string): KeptProgress => {
  const progress: Progress = existsSync(file)
    ? progressSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { startedAt: new Date().toISOString(), ids: {}, done: [] };
  const keep = () => {
    writeFileSync(`${file}.new`, JSON.stringify(progress));
    renameSync(`${file}.new`, file);
  };
  return {
    ...progress,
    id: async (name, make) => {
      const id = progress.ids[name] ?? (await make());
      progress.ids[name] = id;
      keep();
      return id;
    },
    once: async (name, act) => {
      if (progress.done.includes(name)) return;
      await act();
      progress.done.push(name);
      keep();
    },
  };
};

/**
 * The sample on its way: its events can be read; their pictures and the exhibitions are there when `complete` resolves.
 */
export interface Seeding {
  readonly complete: Promise<void>;
}

/**
 * Fills an empty Sergi with the sample, once: files in `data` record how far it is. Gives the rest, which goes on while
 * the first pages are read; `undefined` where the sample is there already. `drawn` gives the pictures.
 */
export const seedSample = async (
  target: SampleTarget,
  data: string,
  drawn: () => AsyncIterable<Drawn> = drawAll,
): Promise<Seeding | undefined> => {
  const seeded = join(data, 'seeded');
  if (existsSync(seeded)) return undefined;
  const progress = progressIn(join(data, 'seeding.json'));
  const staff = await staffOf(target);
  const days = daysFrom(new Date(progress.startedAt));
  const events = [...sampleEvents(days), ...samplePages(days)];
  await progress.once('site', () => dressSite(staff));
  for (const event of events) await publishText(staff, event, progress);
  const complete = showPictures(staff, { events, exhibitions: sampleExhibitions(days), drawn }, progress).then(() =>
    writeFileSync(seeded, new Date().toISOString()),
  );
  return { complete };
};

/** The pages look alike on every machine, and their footer says whom to ask. */
const dressSite = async (staff: Staff): Promise<void> => {
  const site = (await staff.get('/site')) as object;
  const address = { az: 'Nümunə küçəsi 1, Bakı', en: '1 Sample Street, Baku', ru: 'ул. Образцовая, 1, Баку' };
  await staff.put('/site', { ...site, font: 'inter', contact: { address, email: 'info@example.org' } });
};

const publishText = async (
  staff: Staff,
  { key, content, publishAt, unpublishAt }: SampleEvent,
  progress: KeptProgress,
) => {
  const id = await progress.id(`event ${key}`, () => staff.create('/events', content));
  await progress.once(`text ${key}`, () => staff.post(`/events/${id}/publish`, { publishAt, unpublishAt }));
};

/** What needs pictures. */
interface Pictured {
  readonly events: readonly SampleEvent[];
  readonly exhibitions: readonly SampleExhibition[];
  readonly drawn: () => AsyncIterable<Drawn>;
}

const showPictures = async (staff: Staff, { events, exhibitions, drawn }: Pictured, progress: KeptProgress) => {
  for await (const [name, bytes] of drawn()) {
    await progress.id(`upload ${name}`, () => uploadFile(staff, `${name}.jpg`, bytes));
  }
  for (const event of events) await progress.once(`cover ${event.key}`, () => showCover(staff, event, progress));
  for (const event of events) await progress.once(`file ${event.key}`, () => showFile(staff, event, progress));
  for (const exhibition of exhibitions) {
    await progress.once(`exhibition ${exhibition.key}`, () => showExhibition(staff, exhibition, progress));
  }
};

const uploadOf = async (staff: Staff, name: string, { ids }: Progress): Promise<string> => {
  const id = ids[`upload ${name}`] ?? '';
  await waitFor(staff, `/uploads/${id}`, 'state', 'ready');
  return id;
};

const showFile = async (staff: Staff, { key, file }: SampleEvent, progress: KeptProgress): Promise<void> => {
  if (!file) return;
  const name = `file-${key}`;
  await progress.id(`upload ${name}`, async () =>
    uploadFile(staff, `${name}.pdf`, await file.make(), 'application/pdf'),
  );
  const uploadId = await uploadOf(staff, name, progress);
  const path = `/events/${progress.ids[`event ${key}`]}`;
  await staff.patch(path, { files: [{ uploadId, title: file.title }] });
  await staff.post(`${path}/publish`, {});
};

const showCover = async (staff: Staff, event: SampleEvent, progress: Progress): Promise<void> => {
  const { key, cover } = event;
  if (!cover) return;
  const uploadId = await uploadOf(staff, coverName(cover), progress);
  const path = `/events/${progress.ids[`event ${key}`]}`;
  const translations = event.inText && (await picturedTexts(staff, event, progress));
  await staff.patch(path, { pictures: [{ uploadId, alt: covers[cover].alt }], ...(translations && { translations }) });
  await staff.post(`${path}/publish`, {});
};

/** The texts of an event with the pictures that stand in them. */
const picturedTexts = async (staff: Staff, { content, inText = [] }: SampleEvent, progress: Progress) => {
  const uploads: string[] = [];
  for (const { cover } of inText) uploads.push(await uploadOf(staff, coverName(cover), progress));
  const texts = Object.entries(content.translations ?? {}).map(([locale, { body = '' }]) => {
    const alts = inText.map(({ cover }): Readonly<Record<string, string>> => covers[cover].alt);
    const [first = '', ...others] = inText.map(
      ({ caption }, n) => `![${alts[n]?.[locale]}](upload:${uploads[n]} "${caption[locale]}")`,
    );
    const [opening = '', ...paragraphs] = body.split('\n\n');
    return [locale, { body: [opening, first, ...paragraphs, ...others].filter(Boolean).join('\n\n') }];
  });
  return Object.fromEntries(texts);
};

const showExhibition = async (staff: Staff, exhibition: SampleExhibition, progress: KeptProgress): Promise<void> => {
  const { key, content, artworks, publishAt } = exhibition;
  const path = `/exhibitions/${await progress.id(`exhibition ${key}`, () => staff.create('/exhibitions', content))}`;
  await progress.once(`open ${key}`, () => staff.post(`${path}/status`, { status: 'open' }));
  const artworkIds: string[] = [];
  for (const [n, artwork] of artworks.entries()) {
    const name = artworkName(key, n);
    const uploadId = await uploadOf(staff, name, progress);
    const enter = () => staff.create(`${path}/artworks`, { ...artwork.content, uploadId });
    artworkIds.push(await progress.id(`artwork ${name}`, enter));
  }
  await progress.once(`close ${key}`, () => staff.post(`${path}/status`, { status: 'selection' }));
  if (!publishAt) return assignJurors(staff, path);
  await staff.post(`${path}/selection`, { artworkIds });
  await staff.post(`${path}/publish`, { publishAt });
  await waitFor(staff, path, 'status', 'published');
};

/** Puts everybody on the jury who is a juror here. */
const assignJurors = async (staff: Staff, path: string): Promise<void> => {
  const { items } = accountsSchema.parse(await staff.get('/accounts'));
  for (const { id, groups } of items) if (groups.includes('juror')) await staff.put(`${path}/jurors/${id}`, {});
};
