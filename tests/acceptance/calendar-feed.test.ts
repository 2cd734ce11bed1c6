import { describe, expect, it } from 'vitest';
import { ask, createDraft, eventually, feed, publish, text, unique } from '../support/clients/client.ts';
import { calendarClients, type ReadEvent } from '../support/clients/feed-clients.ts';
import { readFeed } from '../support/read-feed.ts';

describe('a calendar', () => {
  it('says of an event that was withdrawn that it is cancelled, and of one that came back that it is not', async () => {
    const campaign = unique('calendar');
    const draft = await createDraft({
      campaign,
      showings: [{ startsAt: '2099-05-01' }],
      translations: { az: text('Gizli söz') },
    });
    const { id } = draft.body;
    const states: ReadEvent[] = [];
    const look = async (status: string) => {
      const answer = await eventually(
        () => readFeed('ics', { campaign }),
        ({ body }) => body.includes(`STATUS:${status}`),
      );
      expect(answer.status).toBe(200);
      for (const client of Object.values(calendarClients)) {
        expect(client(answer.body)).toMatchObject([{ uid: id, status, start: '2099-05-01' }]);
      }
      states.push(...calendarClients['ical.js'](answer.body));
      return answer.body as string;
    };
    expect((await publish(id)).status).toBe(200);
    // So that the campaign is known when nothing else of it is public.
    const other = await createDraft({ campaign, translations: { az: text('Başqa') } });
    await publish(other.body.id);
    expect(await look('CONFIRMED')).toContain('Gizli');
    await publish(id);
    await eventually(
      () => readFeed('ics', { campaign }),
      ({ body }) => body.includes('SEQUENCE:2'),
    );
    await look('CONFIRMED');
    await ask(`/v1/staff/events/${id}/unpublish`, { as: 'editor', body: {} });
    expect(await look('CANCELLED')).toContain('SUMMARY:Ləğv edilib: Gizli söz');
    // Afterwards, too, an editor can take the title away.
    await ask(`/v1/staff/events/${id}/unpublish`, { as: 'editor', body: { hideTitle: true } });
    await eventually(
      () => readFeed('ics', { campaign }),
      ({ body }) => !body.includes('izli'),
    );
    expect(await look('CANCELLED')).toContain('SUMMARY:Ləğv edilib\r\n');
    // Nothing else hears of it.
    expect((await feed(campaign, { limit: '1' })).body.items).toHaveLength(1);
    for (const format of ['rss', 'atom', 'json'] as const) {
      expect((await readFeed(format, { campaign })).body).not.toContain(id);
    }
    await publish(id);
    await look('CONFIRMED');
    const sequences = states.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('forgets what was withdrawn after it had ended', async () => {
    const campaign = unique('past');
    const draft = await createDraft({
      campaign,
      showings: [{ startsAt: '2020-05-01' }],
      translations: { az: text('Keçmiş') },
    });
    const other = await createDraft({ campaign, translations: { az: text('Başqa') } });
    await publish(draft.body.id);
    await publish(other.body.id);
    await ask(`/v1/staff/events/${draft.body.id}/unpublish`, { as: 'editor', body: {} });
    const { body } = await eventually(
      () => readFeed('ics', { campaign }),
      (answer) => answer.status === 200 && !answer.body.includes('CONFIRMED'),
    );
    expect(body).not.toContain('VEVENT');
  });
});
