import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDraft, createPublished, eventually, feed, publish, unique } from '../support/clients/client.ts';

interface ArchiveItem {
  readonly publishedAt: string;
  readonly category: string;
  readonly translations: Readonly<Record<string, { title?: string; body: string }>>;
}

const archive: ArchiveItem[] = readFileSync(join(import.meta.dirname, 'archive.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('an archive of 20 items in mixed languages, one of them without a title', () => {
  const campaign = unique('archive');

  it('goes in but for that one, which is refused with the reason', async () => {
    expect(archive).toHaveLength(20);
    const answers = [];
    for (const { publishedAt, ...content } of archive) {
      answers.push(await createPublished({ ...content, campaign }, { publishAt: publishedAt }));
    }
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toMatchObject([
      { status: 400, body: { errors: [{ path: 'translations.az.title', message: 'is missing' }] } },
    ]);
  });

  it('is one feed for every language, newest first, that says which language each item is in', async () => {
    const answer = await eventually(
      () => feed(campaign, { locale: 'en' }),
      ({ body }) => body.items.length === 19,
    );
    const { items } = answer.body;
    const dates = items.map(({ publishedAt }: { publishedAt: string }) => publishedAt);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(new Set(items.map(({ locale }: { locale: string }) => locale))).toEqual(new Set(['az', 'en']));
    expect(items[0]).toMatchObject({ publishedAt: '2024-07-24T08:00:00.000Z', category: { label: 'Events' } });
  });

  it('mends the refused one', async () => {
    const item = archive.find(({ translations }) => translations.az && !translations.az.title);
    const { body } = await createDraft({
      ...item,
      publishedAt: undefined,
      campaign,
      translations: { az: { ...item?.translations.az, title: 'Başlıq' } },
    });
    expect((await publish(body.id, { publishAt: item?.publishedAt })).status).toBe(200);
  });
});
