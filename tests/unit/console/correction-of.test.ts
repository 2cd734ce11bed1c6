import { expect, it } from 'vitest';
import { correctionOf } from '../../../console/src/entries/one/correction-of.ts';
import { mergePatch } from '../../../shared/model/json/merge-patch.ts';

const full = {
  uploadId: '01J1YQ0ZJ5E4N7V3K8W2T6R9XB',
  translations: { az: { title: 'Günəş', alt: 'Sarı günəş' } },
  artist: {
    ...{ name: 'Aysel Hüseynova', ageAtEntry: 9, school: '6 nömrəli məktəb', isMinor: true },
    consent: { guardian: 'Rəna', grantedOn: '2026-01-01', expiresOn: '2027-01-01', image: true, name: 'full' as const },
  },
};
const { consent: _consent, school: _school, ...artist } = full.artist;

it.each([
  ['a consent and a school', { ...full, artist }],
  ['the artist', { uploadId: full.uploadId, translations: full.translations }],
  ['a text', { ...full, translations: { az: { title: 'Ay' } } }],
  ['the texts and the photograph', { artist: full.artist }],
  ['nothing', full],
])('takes out of an entered work what has been taken out since: %s', (_what, written) => {
  expect(mergePatch(full, correctionOf(full, written))).toEqual({ translations: {}, ...written });
});
