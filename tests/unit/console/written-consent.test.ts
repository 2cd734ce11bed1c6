import { describe, expect, it } from 'vitest';
import { sentConsent, type WrittenConsent, wholeConsent } from '../../../console/src/consent/written-consent.ts';
import { contentOfForm, type EntryForm, emptyForm, nextForm } from '../../../console/src/entries/one/entry-form.ts';
import { type Artist, visibleDetailNames } from '../../../shared/model/exhibitions/artwork.ts';
import { type Consent, consentSchema, nameForms } from '../../../shared/model/people/consent.ts';
import { publishedArtist, visibleDetails } from '../../../shared/model/people/public-artist.ts';

const known = { name: 'Aysel Məmmədova', ageAtEntry: 9, school: '6 nömrəli məktəb', region: 'Gəncə' };
const days = { guardian: 'Rəna', grantedOn: '2022-01-01', expiresOn: '2099-12-31' };
const flags = [undefined, true, false];

/** Every form of the name, with every combination of what is said of the details. */
const consents: Consent[] = nameForms.flatMap((name) =>
  flags.flatMap((school) =>
    flags.flatMap((region) => flags.map((age) => ({ ...days, image: true, name, school, region, age }))),
  ),
);

const artists: Artist[] = [true, false].flatMap((isMinor) => [
  { ...known, isMinor },
  ...consents.map((consent) => ({ ...known, isMinor, consent })),
]);

/** The details whose boxes are ticked. */
const ticked = (written: WrittenConsent, isMinor: boolean, before?: Artist) =>
  visibleDetailNames.filter((detail) => wholeConsent(written, { isMinor, before })[detail]);

/** The artist once what was written is stored. */
const stored = (isMinor: boolean, written: WrittenConsent, before?: Artist): Artist => {
  const consent = sentConsent(written, { isMinor, before });
  return { ...known, isMinor, ...(consent && { consent: consentSchema.parse(consent) }) };
};

describe('the boxes of a consent', () => {
  it('show of a stored one what readers see, and change nothing where it is saved as it is', () => {
    for (const before of artists) {
      const { isMinor, consent = {} } = before;
      expect(ticked(consent, isMinor, before)).toEqual(visibleDetails(before));
      expect(publishedArtist(stored(isMinor, consent, before))).toEqual(publishedArtist(before));
    }
  });

  it('say what readers see, whatever is changed, and let nothing more be seen that nobody has ticked', () => {
    for (const before of artists)
      for (const name of nameForms)
        for (const isMinor of [true, false]) {
          const written = { ...days, ...before.consent, name };
          const after = stored(isMinor, written, before);
          expect(publishedArtist(after).shows).toEqual(ticked(written, isMinor, before));
          for (const detail of visibleDetails(after)) expect(visibleDetails(before)).toContain(detail);
        }
  });

  it('begin unticked for a child, and stay so with the name in full', () => {
    const written: WrittenConsent = { ...days, image: true, name: 'full' };
    expect(ticked(written, true)).toEqual([]);
    expect(sentConsent(written, { isMinor: true })).toEqual({ ...written, school: false, region: false, age: false });
    expect(publishedArtist(stored(true, written))).toEqual({ name: known.name, shows: [] });
  });

  it('are unticked where an adult turns out to be a child', () => {
    const before: Artist = { ...known, isMinor: false };
    expect(ticked({ name: 'full' }, false, before)).toEqual([...visibleDetailNames]);
    expect(ticked({ name: 'full' }, true, before)).toEqual([]);
  });

  it('go back to what they were with the name', () => {
    const before: Artist = { ...known, isMinor: true, consent: { ...days, image: true, name: 'full' } };
    expect(ticked({ ...before.consent, name: 'first' }, true, before)).toEqual([]);
    expect(ticked({ ...before.consent, name: 'full' }, true, before)).toEqual([...visibleDetailNames]);
  });
});

describe('what is sent of a consent', () => {
  it.each<[WrittenConsent, boolean]>([
    [{}, true],
    [{ guardian: ' ', grantedOn: '', image: false, name: 'none', school: false }, true],
    [{}, false],
    // The days of the work before.
    [{ grantedOn: '2026-01-01', expiresOn: '2027-01-01' }, false],
  ])('is nothing of %j, where the artist is a minor: %s', (written, isMinor) => {
    expect(sentConsent(written, { isMinor })).toBeUndefined();
  });

  it.each<[WrittenConsent, boolean, object]>([
    [{ name: 'none' }, false, { guardian: '', grantedOn: '', expiresOn: '', image: true, name: 'none' }],
    [{ name: 'first' }, false, { name: 'first', image: true }],
    [{ guardian: '' }, false, { name: 'full', image: true, school: true, region: true, age: true }],
    [{ image: false }, false, { image: false, name: 'full' }],
    [{ name: 'first' }, true, { name: 'first', image: false, guardian: '' }],
    [{ age: true }, true, { name: 'none', age: true }],
    [{ guardian: ' Rəna ' }, true, { guardian: 'Rəna', grantedOn: '', image: false, name: 'none' }],
  ])('is all of %j, where the artist is a minor: %s, though the API may refuse it', (written, isMinor, sent) => {
    expect(sentConsent(written, { isMinor })).toMatchObject(sent);
  });
});

describe('one work as it is entered', () => {
  const formOf = (over: Partial<EntryForm>) => ({ ...emptyForm(), name: 'Aysel Məmmədova', ...over });
  const artistOf = (form: EntryForm) => contentOfForm(form, 'az', undefined).artist;

  it('says of a child’s school, region and age that they may not be shown, unless somebody has ticked them', () => {
    const consent: WrittenConsent = { ...days, image: true, name: 'full', region: true };
    expect(artistOf(formOf({ consent }))?.consent).toMatchObject({ school: false, region: true, age: false });
  });

  it('keeps that an adult wants no name', () => {
    expect(artistOf(formOf({ isMinor: false, consent: { name: 'none' } }))?.consent?.name).toBe('none');
  });

  it('takes the days of the work before for no consent of an adult', () => {
    const next = nextForm(formOf({ consent: { ...days, image: true } }));
    expect(artistOf({ ...next, name: 'Kamal', isMinor: false })).toEqual({ name: 'Kamal', isMinor: false });
  });
});
