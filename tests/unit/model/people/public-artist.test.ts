import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artist } from '../../../../shared/model/exhibitions/artwork.ts';
import { type Consent, nameForms } from '../../../../shared/model/people/consent.ts';
import { publishedArtist, visibleDetails, withConsentNow } from '../../../../shared/model/people/public-artist.ts';
import { visibleArtist } from '../../../../shared/model/people/visible-artist.ts';

const details = { ageAtEntry: 9, school: '6 nömrəli məktəb', region: 'Gəncə' };

const artist = (form: Consent['name'] | undefined, isMinor: boolean, flags: Partial<Consent> = {}): Artist => ({
  ...{ name: 'Aysel Məmmədova', ...details, isMinor },
  ...(form && {
    consent: { guardian: 'R', grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true, name: form, ...flags },
  }),
});

const all = ['school', 'region', 'age'];

describe('what stands beside an artist’s name', () => {
  it.each<[Consent['name'] | undefined, boolean, Partial<Consent>, string[]]>([
    // A minor: nothing beside a name that is not shown in full, unless the guardian has said so.
    ['full', true, {}, all],
    ['initial', true, {}, []],
    ['first', true, {}, []],
    ['none', true, {}, []],
    [undefined, true, {}, []],
    ['full', true, { school: false }, ['region', 'age']],
    ['full', true, { school: false, region: false, age: false }, []],
    ['initial', true, { age: true }, ['age']],
    ['none', true, { region: true, age: false }, ['region']],
    ['first', true, { school: true, region: true, age: true }, all],
    // An adult: everything, but for what would name someone whose name is withheld.
    [undefined, false, {}, all],
    ['full', false, {}, all],
    ['initial', false, {}, all],
    ['none', false, {}, ['age']],
    ['none', false, { school: true, age: false }, ['school']],
    // A form of names, or of saying so, that a later release knows.
    ['nickname' as 'full', true, {}, []],
  ])('with the name %s, of a minor (%s), where consent says %j: %j', (form, isMinor, flags, shown) => {
    expect(visibleDetails(artist(form, isMinor, flags))).toEqual(shown);
    const seen = visibleArtist(publishedArtist(artist(form, isMinor, flags)));
    expect(Object.keys(seen).filter((name) => name !== 'name')).toEqual(
      ['ageAtEntry', 'school', 'region'].filter((name) => shown.includes(name === 'ageAtEntry' ? 'age' : name)),
    );
  });

  it.each([
    ['Aysel Məmmədova', details],
    ['Aysel Rəşad qızı Məmmədova', details],
    ['Aysel M.', {}],
    ['Aysel M. ', {}],
    ['Aysel', {}],
    [undefined, {}],
  ])('was published before consent was asked for it: beside %s it is %j', (name, beside) => {
    const old = { ...(name !== undefined && { name }), ...details };
    expect(visibleArtist(old)).toEqual({ ...(name !== undefined && { name }), ...beside });
    expect(visibleArtist(visibleArtist(old))).toEqual(visibleArtist(old));
  });

  it('is narrowed at once, and never widened but by a publication', () => {
    const published = publishedArtist(artist('full', true));
    expect(visibleArtist(withConsentNow(published, artist('full', true, { school: false })))).toEqual({
      ...{ name: 'Aysel Məmmədova', ageAtEntry: 9, region: 'Gəncə' },
    });
    expect(visibleArtist(withConsentNow(published, artist('initial', true)))).toEqual({ name: 'Aysel M.' });
    expect(visibleArtist(withConsentNow(published, artist('none', true, { age: true })))).toEqual({ ageAtEntry: 9 });
    const hidden = publishedArtist(artist('first', true));
    expect(withConsentNow(hidden, artist('full', true, { school: true }))).toBe(hidden);
    // What was published before the flags were there stays as it is as long as nobody sees a difference.
    const old = { name: 'Aysel M.', ...details };
    expect(withConsentNow(old, artist('initial', true))).toBe(old);
    expect(visibleArtist(withConsentNow(old, artist('initial', true, { school: true })))).toEqual({ name: 'Aysel M.' });
    expect(withConsentNow(old, artist('first', true))).toEqual({ name: 'Aysel', shows: [] });
  });

  it.each<[string, string, Consent['name'], string | undefined]>([
    // The order of the words is told by the whole name.
    ['Məmmədova Aysel', 'Məmmədova Aysel', 'first', 'Aysel'],
    ['Məmmədova Aysel', 'Məmmədova Aysel', 'initial', 'Aysel M.'],
    ['Məmmədova', 'Məmmədova Aysel', 'first', undefined],
    ['Məmmədova A.', 'Məmmədova Aysel', 'initial', 'A. M.'],
    ['Мамедова Р.', 'Мамедова Айсель Рашадовна', 'initial', undefined],
    ['Aysel', 'Aysel Məmmədova', 'initial', 'Aysel'],
    ['Nazlı H.', 'Nazlı Həsənli', 'initial', 'Nazlı H.'],
    ['Həsənli Zeynallı', 'Həsənli Zeynallı', 'first', undefined],
    // The same person in another spelling, order or length.
    ['Aysel Məmmədova', 'Айсель Мамедова', 'full', 'Aysel Məmmədova'],
    ['Aysel Məmmədov', 'Aysel Məmmədova', 'full', 'Aysel Məmmədov'],
    ['Aysel Mammadova', 'Məmmədova Aysel Rəşad qızı', 'initial', 'Aysel M.'],
    ['Leyla Q.', 'Leila Quliyeva', 'initial', 'Leyla Q.'],
    // Somebody else.
    ['Leyla Q.', 'Aysel Məmmədova', 'full', undefined],
    ['Leyla Quliyeva', 'Aysel Quliyeva', 'full', undefined],
    ['Leyla Quliyeva', 'Leyla Əliyeva', 'full', undefined],
    ['Leyla Q.', 'Leyla Əliyeva', 'initial', undefined],
    ['Leyla', 'Aysel Leylazadə', 'full', undefined],
    ['Əli', 'Leyla Əliyeva', 'full', undefined],
    ['Aysel Məmmədova', 'Aysel', 'full', undefined],
  ])('where %s is public and the artist is %s by now, consent to the name %s leaves %s', (name, now, form, left) => {
    const published = { name, ...details, shows: ['school' as const] };
    const seen = visibleArtist(withConsentNow(published, { ...artist(form, true, { school: true }), name: now }));
    expect(seen.name).toBe(left);
    if (left !== undefined) expect(seen.school).toBe(details.school);
    else if (form === 'full') expect(seen).toEqual({});
  });

  it('goes with a person who may be called alike, where it is known that another one is meant', () => {
    const published = { name: 'Aysel M.', ...details, shows: ['school' as const] };
    const another = { ...artist('initial', true, { school: true }), name: 'Aysel Mustafayeva' };
    expect(withConsentNow(published, another)).toBe(published);
    expect(withConsentNow(published, another, true)).toEqual({ shows: [] });
  });

  it('is, after any change of consent, no more than before and no more than is allowed', () => {
    const flag = fc.constantFrom(true, false, undefined);
    const anyArtist = fc
      .record({ form: fc.constantFrom(...nameForms), isMinor: fc.boolean(), school: flag, region: flag, age: flag })
      .map(({ form, isMinor, ...flags }) => artist(form, isMinor, flags));
    fc.assert(
      fc.property(anyArtist, anyArtist, fc.boolean(), (before, after, isOld) => {
        const { shows, ...rest } = publishedArtist(before);
        const published = isOld ? rest : { ...rest, shows };
        const [was, now] = [visibleArtist(published), visibleArtist(withConsentNow(published, after))];
        const allowed = visibleArtist(publishedArtist(after));
        for (const name of ['ageAtEntry', 'school', 'region'] as const) {
          if (now[name] === undefined) continue;
          expect(was[name]).toBe(now[name]);
          expect(allowed[name]).toBe(now[name]);
        }
      }),
    );
  });
});
