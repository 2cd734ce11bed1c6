import { describe, expect, it } from 'vitest';
import { withPresentArchiveNames } from '../../../shared/model/import/present-archive-names.ts';
import { wordErrors } from '../../../shared/refusals/field-error.ts';

describe('a line of an archive', () => {
  it('takes the names of 0.1.0', () => {
    const line = { sourceId: '1', oldAddresses: ['/1'], images: [{ file: 'a', altText: { az: 'Ev' } }], views: 1 };
    expect(withPresentArchiveNames(line)).toEqual({
      line: { externalId: '1', redirectsFrom: ['/1'], images: [{ file: 'a', alt: { az: 'Ev' } }], views: 1 },
      errors: [],
    });
  });

  it('may have a field by both names where they say the same', () => {
    const image = { altText: { az: 'Ev', en: 'A house' }, alt: { en: 'A house', az: 'Ev' } };
    expect(withPresentArchiveNames({ sourceId: '1', externalId: '1', images: [image] })).toEqual({
      line: { externalId: '1', images: [{ alt: image.alt }] },
      errors: [],
    });
  });

  it('is told of both names where they say different things', () => {
    const line = {
      ...{ sourceId: '1', externalId: '2', oldAddresses: [], redirectsFrom: ['/1'] },
      images: [{ altText: { az: 'Ev' }, alt: {} }],
    };
    expect(
      wordErrors(withPresentArchiveNames(line).errors, 'en').map(({ path, message }) => `${path} ${message}`),
    ).toEqual([
      'sourceId is the old name of externalId, and the line has both with different values',
      'oldAddresses is the old name of redirectsFrom, and the line has both with different values',
      'images.0.altText is the old name of alt, and the line has both with different values',
    ]);
  });

  it.each([null, 1, 'a', [], { images: 'a' }, { images: [null, 1] }])('stays as it is where it is %j', (line) => {
    expect(withPresentArchiveNames(line)).toEqual({ line, errors: [] });
  });
});
