import { expect, it } from 'vitest';
import { contentOfCopy } from '../../../console/src/events/list/copy-event.ts';
import { eventContentSchema } from '../../../shared/model/events/event.ts';

it('copies all that staff write of an event but its addresses, and nothing of its publication', () => {
  const content = {
    category: 'news',
    tags: [{ az: 'Sülh' }],
    showings: [{ startsAt: '2026-12-01' }],
    place: { name: { az: 'Bakı' } },
    translations: { az: { title: 'Sərgi', slug: 'sergi', body: 'Mətn' }, en: { title: 'Exhibition' } },
  };
  const event = { ...eventContentSchema.parse(content), id: 'x', status: 'published', version: 3, publishedAt: 'now' };
  const copy = eventContentSchema.parse(contentOfCopy(event as never));
  const translations = { az: { title: 'Sərgi', body: 'Mətn' }, en: { title: 'Exhibition' } };
  expect(copy).toEqual(eventContentSchema.parse({ ...content, translations }));
});
