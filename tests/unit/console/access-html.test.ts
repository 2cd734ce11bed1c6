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
