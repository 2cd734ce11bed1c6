import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  child,
  type ExhibitionCloud,
  picture,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

/** In Baku (UTC+4) it is midnight. */
const end = '2098-05-31T20:00:00.000Z';
const lastMoment = '2098-05-31T19:59:59.000Z';

it('says of what is planned which pictures will not be shown, because consent to them ends before', async () => {
  const bytes = await picture();
  const works = await cloud.exhibition();
  const artist = child('Murad Əliyev', { expiresOn: '2098-05-31' });
  await cloud.enter(works, { uploadId: await cloud.uploadFile(bytes), artist });
  const ending = { uploadId: await cloud.uploadFile(bytes), alt: { az: 'Rəsm' } };
  const lasting = { uploadId: await cloud.uploadFile(await picture()), alt: { az: 'Zal' } };
  const pictures = [lasting, ending];

  const because = 'its consent ends on 2098-05-31, before the publication begins';
  const exhibition = await cloud.exhibition({ pictures });
  await cloud.act(exhibition, 'selection', { artworkIds: [await cloud.enter(exhibition)] });
  const event = await cloud.draft({ pictures, translations: { az: { title: 'Tədbir', body: 'Mətn' } } });
  const inText = await cloud.draft({
    translations: { az: { title: 'Tədbir', body: `Mətn\n\n![Rəsm](upload:${ending.uploadId})` } },
  });
  for (const [publish, path] of [
    [(publishAt: string) => cloud.act(exhibition, 'publish', { publishAt }), 'pictures.1.uploadId'],
    [(publishAt: string) => cloud.publish(event, { publishAt }), 'pictures.1.uploadId'],
    [(publishAt: string) => cloud.publish(inText, { publishAt }), 'translations.az.body'],
  ] as const) {
    const planned = await publish(end);
    expect(planned.body, path).toMatchObject({ status: 'scheduled', warnings: [{ path }] });
    expect(planned.body.warnings[0].message).toContain(because);
    const sooner = await publish(lastMoment);
    expect([sooner.body.status, sooner.body.warnings], path).toEqual(['scheduled', undefined]);
  }
});

it('says so of a line of an archive, and in its dry run, by the image of the line', async () => {
  const bytes = await picture();
  const works = await cloud.exhibition();
  const artist = child('Murad Əliyev', { expiresOn: '2098-05-31' });
  await cloud.enter(works, { uploadId: await cloud.uploadFile(bytes), artist });
  const [lasting, ending] = [await cloud.uploadFile(await picture()), await cloud.uploadFile(bytes)];
  const alt = { az: 'Rəsm' };
  // The first one is named again, and is one picture.
  const images = [lasting, lasting, ending].map((uploadId) => ({ uploadId, alt }));
  const line = (views: number) => ({
    ...{ externalId: 'ending', publishedAt: '2098-06-02', category: 'events', images, views },
    translations: { az: { title: 'Tədbir', body: 'Mətn' } },
  });
  const outcome = async (views: number, query: string) => {
    const { body } = await cloud.importArchive([line(views)], query);
    const { created, updated, refused } = body;
    expect(refused).toEqual([]);
    return { created, updated, warnings: body.warnings[0]?.warnings };
  };
  const warnings = [{ path: 'images.2.uploadId', message: expect.stringContaining('ends on 2098-05-31') }];
  expect(await outcome(1, '?dryRun=true')).toMatchObject({ created: 1, warnings });
  expect(await outcome(1, '')).toMatchObject({ created: 1, warnings });
  expect(await outcome(2, '?update=true&dryRun=true')).toMatchObject({ updated: 1, warnings });
  expect(await outcome(2, '?update=true')).toMatchObject({ updated: 1, warnings });
});
