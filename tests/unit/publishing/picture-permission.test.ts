import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artwork } from '../../../shared/model/exhibitions/artwork.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { type HolderWithArtwork, picturePermissionOf } from '../../../shared/publishing/pictures/picture-permission.ts';
import { wordReason } from '../../../shared/refusals/word-reason.ts';

const now = new Date('2026-11-28T08:00:00Z');
const consent = { guardian: 'Rəna', grantedOn: '2022-01-01', image: true, name: 'first' as const };

/** An artwork of a child, shown until the end of a day, or not at all. */
const artwork = (expiresOn: string | undefined): Artwork => ({
  ...{ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', exhibitionId: '01ARZ3NDEKTSV4RRFFQ69G5FAW', entryNumber: 3, version: 1 },
  ...{ createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', translations: {}, status: 'entered' as const },
  artist: { name: 'Aysel', isMinor: true, ...(expiresOn && { consent: { ...consent, expiresOn } }) },
});

const held = (isFormer: boolean, one: Artwork | undefined): HolderWithArtwork => ({
  ...{ exhibitionId: '01ARZ3NDEKTSV4RRFFQ69G5FAW', artworkId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
  isFormer,
  artwork: one,
});

const yes = artwork('2030-05-01');
const later = artwork('2031-05-01');
const no = artwork(undefined);
const of = (...holders: HolderWithArtwork[]) => picturePermissionOf({}, holders, now, defaultSite);

describe('whether a picture may be shown', () => {
  it.each<[string, HolderWithArtwork[], string | undefined | false]>([
    ['no artwork has ever had it', [], undefined],
    ['its artwork may be shown', [held(false, yes)], '2030-05-01T20:00:00.000Z'],
    ['its artwork may not', [held(false, no)], false],
    ['nothing is known of its artwork', [held(false, undefined)], false],
    ['its consent is over', [held(false, artwork('2020-01-01'))], false],
    ['two artworks have it, of which one may not be shown', [held(false, yes), held(false, no)], false],
    [
      'two artworks have it that end one after the other',
      [held(false, later), held(false, yes)],
      '2030-05-01T20:00:00.000Z',
    ],
    [
      'an artwork has it, and one that may not be shown had it before',
      [held(true, no), held(false, yes)],
      '2030-05-01T20:00:00.000Z',
    ],
    ['an artwork had it that may be shown', [held(true, yes)], '2030-05-01T20:00:00.000Z'],
    ['an artwork had it that may not', [held(true, no)], false],
  ])('where %s', (_, holders, until) => {
    const permission = of(...holders);
    expect('refusal' in permission).toBe(until === false);
    if (!('refusal' in permission)) expect(permission.until).toBe(until || undefined);
  });

  it('is refused for what was erased, whoever has it', () => {
    const erased = { exhibitionId: yes.exhibitionId, artworkId: yes.id, erasedAt: '2026-01-01T00:00:00.000Z' };
    expect(picturePermissionOf({ erased }, [held(false, yes)], now, defaultSite)).toHaveProperty('refusal');
  });

  it('is refused by each artwork that has it and may not be shown, whatever others say', () => {
    const holder = fc.record({ isFormer: fc.boolean(), one: fc.constantFrom(yes, later) });
    fc.assert(
      fc.property(fc.array(holder), fc.nat(), (others, at) => {
        const all = others.map(({ isFormer, one }) => held(isFormer, one));
        all.splice(at % (all.length + 1), 0, held(false, no));
        expect(of(...all)).toHaveProperty('refusal');
      }),
    );
  });

  it('says what is missing, and of which entry, and never a name', () => {
    const permission = of(held(false, no));
    expect('refusal' in permission && wordReason(permission.refusal, 'en')).toMatch(/entry 3 .*consent is missing/);
    expect(JSON.stringify(permission)).not.toMatch(/Aysel|Rəna/);
  });
});
