import { describe, expect, it } from 'vitest';
import { mergeForms } from '../../../console/src/webhooks/webhook-form.ts';

describe('the form of a webhook', () => {
  it('keeps what was typed while it was saved, and takes the rest from what is stored', () => {
    const sent = { url: 'https://a.example/', description: 'News', events: undefined };
    const latest = { ...sent, description: 'News of the ministry' };
    const stored = { url: 'https://b.example/', description: 'News', events: ['event.published' as const] };
    expect(mergeForms(sent, latest, stored).merged).toEqual({ ...stored, description: 'News of the ministry' });
    expect(mergeForms(sent, sent, stored).merged).toEqual(stored);
  });
});
