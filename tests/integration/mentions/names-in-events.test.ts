import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { event, faults, namesOn } from '../../support/withheld-names.ts';

let cloud: ExhibitionCloud;
const logs: string[] = [];

beforeAll(async () => {
  cloud = await startExhibitionsInProcess((line) => logs.push(line));
});
afterAll(() => cloud.end());

const { patch, exhibitionOf } = namesOn(() => cloud);

/** Content of an event that names somebody; the words of a picture stand beside it. */
interface NamingContent {
  readonly alt?: string;
  readonly caption?: object;
  readonly credit?: string;
  readonly [field: string]: unknown;
}

describe('an event', () => {
  const translations = (text: object) => ({ az: { title: 'Mükafat', body: 'Mətn', ...text } });

  it.each([
    ['its title', {}, { title: 'Qalib Aysel Məmmədova' }, 'translations.az.title'],
    ['its body', {}, { body: 'Рисунок **Айсель** Мамедовой' }, 'translations.az.body'],
    ['its summary', {}, { summary: 'Aysel Rəşad qızı Məmmədova' }, 'translations.az.summary'],
    ['its slug', {}, { slug: 'aysel-mammadova-qalibdir' }, 'translations.az.slug'],
    ['the text on its cover', { alt: 'Aysel Məmmədova rəsmi ilə' }, {}, 'pictures.0.alt.az'],
    ['the address of its place', { place: { address: { az: 'Aysel Məmmədovagilin evi' } } }, {}, 'place.address.az'],
    ['the way into it', { place: { accessibility: { az: 'Aysel Məmmədova' } } }, {}, 'place.accessibility.az'],
    ['its price', { price: { az: 'Aysel Məmmədova üçün pulsuz' } }, {}, 'price.az'],
    ['whom to ask', { contact: { az: 'Aysel Məmmədova' } }, {}, 'contact.az'],
    ['who holds it', { organisers: [{ name: { az: 'Aysel Məmmədova' }, role: 'host' }] }, {}, 'organisers.0.name.az'],
    ['a tag', { tags: [{ az: 'rəsm' }, { az: 'Aysel Məmmədova' }] }, {}, 'tags.1.az'],
    ['what stands below its cover', { caption: { az: 'Aysel Məmmədova' } }, {}, 'pictures.0.caption.az'],
    ['who made its cover', { credit: 'Aysel Məmmədova' }, {}, 'pictures.0.credit'],
    ['the name of its place', { place: { name: { az: 'Aysel Məmmədovagilin evi' } } }, {}, 'place.name.az'],
  ])(
    'that names its exhibition waits for an editor where %s names a child',
    async (_, { alt, caption, credit, ...content }: NamingContent, text, path) => {
      const { id, artworkId } = await exhibitionOf('Aysel Məmmədova');
      const words = { alt: { az: alt ?? 'Rəsm' }, ...(caption && { caption }), ...(credit && { credit }) };
      const isPicture = alt !== undefined || caption !== undefined || credit !== undefined;
      const cover = isPicture && { pictures: [{ uploadId: await cloud.copiedImage(), ...words }] };
      const draft = await cloud.draft({ exhibitionId: id, ...content, ...cover, translations: translations(text) });
      expect(faults(await cloud.publish(draft))).toEqual([
        expect.stringContaining(`${path} may name somebody whom the consent of entry 1`),
      ]);
      const { items } = (await cloud.ask(`${event(draft)}/mentions`)).body;
      expect(items).toEqual([expect.objectContaining({ artworkId, kind: 'full', weight: 'confirm', who: 'artist' })]);
      const { place, textHash } = items[0];
      const confirmed = { artworkId, ...(place.locale && { locale: place.locale }), field: place.field, textHash };
      expect((await patch(event(draft), { confirmedMentions: [confirmed] })).status).toBe(200);
      expect((await cloud.publish(draft)).status).toBe(200);
      // What staff have confirmed is nobody's business.
      expect(JSON.stringify((await cloud.ask(`/v1/events/${draft}`)).body)).not.toContain('confirmedMentions');
    },
  );

  it.each([
    ['page', 'Sevinc Qarayeva'],
    ['notice', 'Lamiyə Şirinova'],
  ])('that is a %s waits for an editor where it names a child of any exhibition', async (kind, name) => {
    const { artworkId } = await exhibitionOf(name);
    const text = { az: { title: `Qalib ${name}`, body: 'Mətn' } };
    const { body } = await cloud.ask('/v1/staff/events', { body: { kind, translations: text } });
    expect(faults(await cloud.publish(body.id))).toEqual([
      expect.stringContaining('translations.az.title may name somebody whom the consent of entry 1'),
    ]);
    const { place, textHash } = (await cloud.ask(`${event(body.id)}/mentions`)).body.items[0];
    await patch(event(body.id), { confirmedMentions: [{ artworkId, locale: 'az', field: place.field, textHash }] });
    expect((await cloud.publish(body.id)).status).toBe(200);
  });

  it('is compared with the exhibitions that name it, and with those of its campaign', async () => {
    const campaign = 'names-2022';
    const texts = translations({ title: 'Qalib Aysel Məmmədova' });
    const ofCampaign = await cloud.draft({ campaign, translations: texts });
    const named = await cloud.draft({ translations: texts });
    const other = await cloud.draft({ campaign: 'names-2023', translations: texts });
    await exhibitionOf('Aysel Məmmədova', { campaign });
    await exhibitionOf('Aysel Məmmədova', { eventIds: [named] });
    for (const draft of [ofCampaign, named]) {
      expect(faults(await cloud.publish(draft))).toEqual([expect.stringContaining('translations.az.title may name')]);
    }
    expect((await cloud.publish(other)).status).toBe(200);
  });

  it('is only warned of a guardian', async () => {
    const { id } = await exhibitionOf('Aysel Məmmədova');
    const draft = await cloud.draft({
      exhibitionId: id,
      translations: translations({ body: 'Rəna Quliyeva danışıb' }),
    });
    const { status, body } = await cloud.publish(draft);
    expect(status).toBe(200);
    expect(body.warnings).toHaveLength(1);
    expect(body.warnings[0]).toMatchObject({
      ...{ path: 'translations.az.body', message: expect.stringContaining('guardian of entry 1') },
    });
  });

  it('of an archive is refused alike', async () => {
    await exhibitionOf('Aysel Məmmədova', { campaign: 'names-archive' });
    const line = { externalId: 'n1', publishedAt: '2022-11-18', category: 'events', campaign: 'names-archive' };
    const text = { az: { title: 'Qalib', body: 'Aysel Məmmədova' } };
    expect((await cloud.importArchive([{ ...line, translations: text }])).body).toMatchObject({
      created: 0,
      refused: [{ errors: [{ path: 'translations.az.body', message: expect.stringContaining('may name') }] }],
    });
  });

  it('leaves no word of a person in the logs', () => {
    expect(logs.join('\n')).not.toMatch(/Aysel/);
  });
});

describe('a line of an archive that names a child', () => {
  it('is refused in a dry run as by the import, also where only a picture that is not sent yet says the name', async () => {
    const { id: exhibitionId } = await exhibitionOf('Nigar Quliyeva');
    const line = (externalId: string, over: object) => ({
      ...{ externalId, exhibitionId, publishedAt: '2022-11-18', category: 'events' },
      translations: { az: { title: `Arxiv ${externalId}`, body: 'Mətn' } },
      ...over,
    });
    const pictured = (az: string, over: object = {}) => ({ images: [{ file: 'a.jpg', ...over, alt: { az } }] });
    const naming = line('names-1', { translations: { az: { title: 'Qalib', body: 'Qalib Nigar Quliyevadır.' } } });
    const run = async (lines: readonly object[], query: string) => (await cloud.importArchive(lines, query)).body;
    const refused = (path: string) => expect.objectContaining({ errors: [expect.objectContaining({ path })] });
    const dry = await run([naming, line('names-2', pictured('Nigar Quliyevanın rəsmi'))], '?dryRun=true');
    expect(dry).toMatchObject({ created: 0, refused: [refused('translations.az.body'), refused('images.0.alt.az')] });
    const uploadId = await cloud.copiedImage();
    const sent = await run([naming, line('names-2', pictured('Nigar Quliyevanın rəsmi', { uploadId }))], '');
    expect(sent.refused).toEqual(dry.refused);

    expect(await run([line('names-1', pictured('Rəsm'))], '?dryRun=true')).toMatchObject({ created: 1, refused: [] });
    expect(await run([line('names-1', {})], '')).toMatchObject({ created: 1, refused: [] });
    for (const query of ['?update=true&dryRun=true', '?update=true'])
      expect(await run([naming], query)).toMatchObject({ updated: 0, refused: [refused('translations.az.body')] });
  });
});
