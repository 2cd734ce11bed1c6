import { describe, expect, it } from 'vitest';
import { localizeRejection, rejectionSchema } from '../../../../shared/model/files/rejection.ts';

const rejection = { code: 'wrong-type', params: { declared: 'image/png', found: 'image/jpeg' } } as const;

describe('a rejection', () => {
  it.each([
    ['az', /image\/png kimi göstərilib, əslində isə image\/jpeg/],
    ['ru', /заявлен как image\/png, но на самом деле это image\/jpeg/],
    ['en', /announced as image\/png, but it is image\/jpeg/],
  ] as const)('is said to readers of %s', (language, sentence) => {
    expect(localizeRejection(rejection, language)).toEqual({
      code: 'wrong-type',
      message: expect.stringMatching(sentence),
    });
  });

  it('that was stored as a sentence is still read, and said as it was', () => {
    const stored = rejectionSchema.parse({ code: 'too-narrow', message: 'The image is 1 × 40000 pixels.' });
    expect(localizeRejection(stored, 'az')).toEqual({
      code: 'too-narrow',
      message: 'The image is 1 × 40000 pixels.',
    });
  });
});
