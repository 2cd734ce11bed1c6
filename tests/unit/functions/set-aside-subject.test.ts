import { describe, expect, it } from 'vitest';
import { reasonOfChange, subjectOf } from '../../../functions/staff-api/admin/set-aside-subject.ts';

const id = '01J1YQ8C4E7G0J3M6P9R2T5V8X';

const upload = (key: string) => JSON.stringify({ Records: [{ s3: { object: { key } } }] });

describe('a message that was set aside', () => {
  it.each([
    ['uploads', upload(`incoming/${id}`), { kind: 'upload', id }],
    ['exhibitions', JSON.stringify({ exhibitionId: id }), { kind: 'exhibition', id }],
    ['exhibitions', JSON.stringify({ job: id }), { kind: 'job', id }],
    ['webhooks', JSON.stringify({ deliver: { webhookId: id, deliveryId: id, round: 1 } }), { kind: 'webhook', id }],
    ['webhooks', JSON.stringify({ announce: { kind: 'page', subject: id, body: 'Aysel' } }), { kind: 'event', id }],
    ['views', id, { kind: 'event', id }],
    ['views', `${id} 10`, { kind: 'event', id }],
  ] as const)('of %s says what it is about, and nothing else of %s', (queue, body, subject) => {
    expect(subjectOf(queue, body)).toEqual(subject);
  });

  it.each([
    ['uploads', 'poison'],
    ['uploads', upload('elsewhere/Aysel.jpg')],
    ['exhibitions', '{"pictures":true}'],
    ['views', 'no id'],
    ['changes', '{}'],
  ] as const)('of %s that is %s says nothing', (queue, body) => {
    expect(subjectOf(queue, body)).toBeUndefined();
  });

  it('of a change says why it could not be followed, as was noted, and not what it is', () => {
    expect(reasonOfChange(JSON.stringify({ unfollowed: { pk: 'PAGE#aysel', reason: 'SyntaxError' } }))).toBe(
      'SyntaxError',
    );
    expect(reasonOfChange('{"requestContext":{}}')).toBeUndefined();
  });
});
