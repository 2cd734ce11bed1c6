import { expect, it } from 'vitest';
import { type AccessDocument, accessHtml } from '../../../console/src/consent/access-html.ts';

const stored: AccessDocument = {
  writtenAt: '2026-11-29T08:00:00.000Z',
  exhibitionTitle: 'Dəniz <b>',
  entry: {
    entryNumber: 17,
    status: 'entered',
    translations: { az: { title: 'Günəş & ev', description: '<script>alert(1)</script>' } },
    artist: {
      name: 'Aysel "A" Məmmədova',
      isMinor: true,
      consent: { guardian: 'Rəna', grantedOn: '2022-01-01', expiresOn: '2030-01-01', image: true, name: 'first' },
    },
  },
  ...{
    enteredAt: '2022-11-17T07:30:00.000Z',
    changedAt: '2022-11-17T07:30:00.000Z',
    isPublic: true,
    publicName: 'Aysel',
  },
  pictures: [{ fileName: 'scan.jpg', contentLength: 3, createdAt: '2022-11-17T07:29:00.000Z', image: 'AAAA' }],
  ...{ ratings: [{ score: 9, comment: 'Gözəl' }], forms: [] },
  acts: [{ createdAt: '2022-11-17T07:30:00.000Z', action: 'artwork.entered' }],
  texts: [
    {
      place: { kind: 'event', id: '01J1YQ0ZJ5E4N7V3K8W2T6R9XB', locale: 'az', field: 'body' },
      ...{ displayTitle: 'Xəbər', isPublic: true, passages: ['[…] və <Aysel> gəlib.'] },
    },
  ],
  files: [
    {
      ...{ fileName: 'aysel.pdf', contentType: 'application/pdf', contentLength: 3 },
      createdAt: '2022-11-17T07:29:00.000Z',
    },
  ],
};

it.each(['az', 'en', 'ru'] as const)('tells all that is stored in %s, as text and not as markup', (language) => {
  const html = accessHtml([stored], {
    language,
    timeZone: 'Asia/Baku',
    siteTitle: 'Muzey',
    fieldName: ({ field }) => field,
  });
  for (const text of [
    'Aysel &#34;A&#34; Məmmədova',
    'Günəş &#38; ev',
    'Rəna',
    '9: Gözəl',
    'base64,AAAA',
    'Dəniz &#60;b&#62;',
    'Xəbər (body',
    '<blockquote>[…] və &#60;Aysel&#62; gəlib.</blockquote>',
    'aysel.pdf, ',
  ])
    expect(html).toContain(text);
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('undefined');
});

const htmlOf = (artist: AccessDocument['entry']['artist']) =>
  accessHtml([{ ...stored, entry: { ...stored.entry, artist } }], {
    ...{ language: 'en', timeZone: 'Asia/Baku', siteTitle: 'Muzey', fieldName: ({ field }) => field },
  });

it('says of a consent that is silent on details what readers see of them', () => {
  const consent = { guardian: 'Rəna', grantedOn: '2022-01-01', expiresOn: '2030-01-01', image: true } as const;
  const details = (html: string) =>
    ['School', 'Region', 'Age'].map((name) => html.split(`<dt>${name}</dt><dd>`)[1]?.split('<')[0]);
  const shown = htmlOf({ name: 'Aysel', isMinor: true, consent: { ...consent, name: 'full' } });
  expect(details(shown)).toEqual(['Yes', 'Yes', 'Yes']);
  const hidden = htmlOf({ name: 'Aysel', isMinor: true, consent: { ...consent, name: 'first' } });
  expect(details(hidden)).toEqual(['No', 'No', 'No']);
});

it('says of an adult of whom nothing was recorded that nothing need be', () => {
  expect(htmlOf({ name: 'Kamal', isMinor: false })).toContain('No consent is on record. None is needed');
  expect(htmlOf({ name: 'Aysel', isMinor: true })).toContain('No consent is on record.</p>');
});
