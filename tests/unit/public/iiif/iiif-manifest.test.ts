import { describe, expect, it } from 'vitest';
import type { PublishedArtwork } from '../../../../shared/model/exhibitions/artwork.ts';
import { publishedExhibitionSchema } from '../../../../shared/model/exhibitions/exhibition-edition.ts';
import { defaultSite } from '../../../../shared/model/site/site.ts';
import { exhibitionManifest } from '../../../../shared/public/iiif/iiif-manifest.ts';
import { artwork, bareArtwork, exhibition, exhibitionId, image } from './iiif-samples.ts';
import { hasSchema, schemaErrors } from './iiif-schema.ts';

const base = 'https://sergi.example';

const address = `${base}/v1/exhibitions/${exhibitionId}/manifest`;

const manifestOf = (content: object, artworks: readonly PublishedArtwork[] = [artwork, bareArtwork]) =>
  exhibitionManifest({ id: exhibitionId, content: publishedExhibitionSchema.parse(content) }, artworks, defaultSite);

const manifest = exhibitionManifest(exhibition, [artwork, bareArtwork], defaultSite);
const [canvas, bareCanvas] = manifest.items;

/** An exhibition in one language with nothing that it could lack. */
const bare = { translations: { az: { title: 'Sərgi', slug: 'sergi', description: 'Sərgi.' } } };

describe('the manifest of an exhibition', () => {
  it('has its own address for an id', () => {
    expect(manifest).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: address,
      type: 'Manifest',
      rights: 'http://creativecommons.org/licenses/by-nc/4.0/',
      navDate: '2022-11-18T00:00:00Z',
      partOf: [{ id: `${base}/v1/iiif/collection`, type: 'Collection' }],
    });
  });

  it('has its texts in the languages that they exist in', () => {
    expect(manifest.label).toEqual({ az: ['Rəsm sərgisi'], en: ['Drawings'], ru: ['Рисунки'] });
    expect(manifest.summary).toEqual({ az: ['On rəsm.'], ru: ['Десять рисунков.'] });
    expect(canvas?.label).toEqual({ az: ['Günəş'], en: ['The Sun'] });
  });

  it('writes its days in words', () => {
    expect(manifest.metadata).toEqual([
      {
        label: { az: ['Məkan'], en: ['Venue'], ru: ['Место проведения'] },
        value: Object.fromEntries(['az', 'en', 'ru'].map((locale) => [locale, ['Bakı, Nazirlik, 1-ci mərtəbə']])),
      },
      {
        label: { az: ['Açılış'], en: ['Opening'], ru: ['Открытие'] },
        value: { az: ['18 noyabr 2022'], en: ['18 November 2022'], ru: ['18 ноября 2022 г.'] },
      },
      {
        label: { az: ['Bağlanış'], en: ['Closing'], ru: ['Закрытие'] },
        value: { az: ['2 dekabr 2022'], en: ['2 December 2022'], ru: ['2 декабря 2022 г.'] },
      },
    ]);
  });

  it('leaves out no organiser in any language', () => {
    expect(manifest.requiredStatement).toEqual({
      label: { az: ['Təşkilatçılar'], en: ['Organisers'], ru: ['Организаторы'] },
      value: {
        az: ['Təşkilatçı: Nazirlik', 'Tərəfdaş: The Embassy'],
        en: ['Host: The Ministry', 'Partner: The Embassy'],
        ru: ['Организатор: Министерство', 'Партнёр: The Embassy'],
      },
    });
  });

  it('leads to the page and to the data of every language, each at an address of its own', () => {
    expect(manifest.homepage).toMatchObject([
      { id: `${base}/az/exhibitions/resm-sergisi`, label: { az: ['Rəsm sərgisi'] }, language: ['az'] },
      { id: `${base}/en/exhibitions/drawings`, label: { en: ['Drawings'] }, language: ['en'] },
      { id: `${base}/ru/exhibitions/risunki`, label: { ru: ['Рисунки'] }, language: ['ru'] },
    ]);
    expect(manifest.seeAlso).toHaveLength(3);
    expect(manifest.seeAlso?.[0]).toMatchObject({ id: `${base}/v1/exhibitions/${exhibitionId}?locale=az` });
    expect(manifest.provider).toMatchObject([{ type: 'Agent', label: { az: ['Sərgi'] }, homepage: [{}] }]);
  });

  it('leads from each canvas to the page of its artwork in every language of the exhibition', () => {
    const path = `exhibitions/resm-sergisi/artworks/${artwork.id}`;
    expect(canvas?.homepage).toMatchObject([
      { id: `${base}/az/${path}`, type: 'Text', label: { az: ['Günəş'] }, language: ['az'] },
      { id: `${base}/en/exhibitions/drawings/artworks/${artwork.id}`, label: { en: ['The Sun'] } },
      { id: `${base}/ru/exhibitions/risunki/artworks/${artwork.id}`, label: { az: ['Günəş'], en: ['The Sun'] } },
    ]);
    const frontend = { artworks: 'https://example.org/{locale}/works/{id}' };
    const [first] = exhibitionManifest(exhibition, [artwork], { ...defaultSite, frontend }).items;
    expect(first?.homepage?.[0]?.id).toBe(`https://example.org/az/works/${artwork.id}`);
  });

  it('hangs its works from right to left where its first language is written so', () => {
    const translations = { ar: { title: 'معرض', slug: 'maarad', description: 'نص' } };
    const site = { ...defaultSite, title: { ar: 'متحف' }, locales: ['ar'], defaultLocale: 'ar' };
    const content = publishedExhibitionSchema.parse({ ...exhibition.content, translations });
    const arabic = exhibitionManifest({ id: exhibitionId, content }, [artwork], site);
    expect(arabic).toMatchObject({ viewingDirection: 'right-to-left', label: { ar: ['معرض'] } });
    if (hasSchema) expect(schemaErrors(arabic, 'manifest')).toEqual([]);
    expect(manifest).not.toHaveProperty('viewingDirection');
  });

  it('shows nothing of a language that the site has no more', () => {
    const site = { ...defaultSite, title: { az: 'Sərgi' }, locales: ['az'] };
    const text = JSON.stringify(exhibitionManifest(exhibition, [artwork], site));
    expect(text).not.toMatch(/"(en|ru)"|locale=(en|ru)/);
  });

  it('does without what an exhibition may lack', () => {
    const least = manifestOf(bare, []);
    expect(least).not.toHaveProperty('summary');
    expect(least).not.toHaveProperty('metadata');
    expect(least).not.toHaveProperty('requiredStatement');
    expect(least).not.toHaveProperty('navDate');
    expect(least).not.toHaveProperty('thumbnail');
  });

  it('speaks English where it has no word in any of its languages', () => {
    const texts = { title: 'Sergi', slug: 'sergi', description: 'Sergi.' };
    const site = { ...defaultSite, title: { tr: 'Sergi' }, locales: ['tr'], defaultLocale: 'tr' };
    const content = publishedExhibitionSchema.parse({ opensOn: '2022-11-18', translations: { tr: texts } });
    expect(exhibitionManifest({ id: exhibitionId, content }, [], site).metadata).toEqual([
      { label: { en: ['Opening'] }, value: { tr: ['18 Kasım 2022'] } },
    ]);
  });

  it.each(['en-12', 'en-a1b', 'zh-hant', 'xx', 'qqq-zzzzzzzz'])('writes days in the language %s', (locale) => {
    const texts = { title: 'T', slug: 't', description: 'D' };
    const site = { ...defaultSite, title: { [locale]: 'T' }, locales: [locale], defaultLocale: locale };
    const content = publishedExhibitionSchema.parse({ opensOn: '2022-11-18', translations: { [locale]: texts } });
    const value = exhibitionManifest({ id: exhibitionId, content }, [], site).metadata?.[0]?.value[locale]?.[0];
    expect(value).toMatch(locale === 'zh-hant' ? /^2022年11月18日$/ : /^(18 November 2022|November 18, 2022)$/);
  });
});

describe('the canvas of an artwork', () => {
  const bodyOf = (of: typeof canvas) => of?.items?.[0]?.items?.[0]?.body;

  it('has the size of the original, and ids below the manifest that follow from the artwork', () => {
    const id = `${address}/canvas/${artwork.id}`;
    expect(canvas).toMatchObject({ id, type: 'Canvas', width: 3508, height: 4961 });
    expect(canvas?.items).toMatchObject([
      {
        id: `${id}/page`,
        items: [{ id: `${id}/painting`, type: 'Annotation', motivation: 'painting', target: id }],
      },
    ]);
    const turned = exhibitionManifest(exhibition, [bareArtwork, artwork], defaultSite).items;
    expect(turned.map((one) => one.id)).toEqual([bareCanvas?.id, canvas?.id]);
  });

  it('is painted by the service of an image that has tiles', () => {
    const id = `${base}/iiif/3/${image.media}`;
    expect(bodyOf(canvas)).toEqual({
      id: `${id}/full/max/0/default.jpg`,
      type: 'Image',
      format: 'image/jpeg',
      width: 2560,
      height: 3620,
      service: [{ id, type: 'ImageService3', profile: 'level0' }],
    });
  });

  it('is painted by the widest JPEG of an image that has none', () => {
    expect(bodyOf(bareCanvas)).toEqual({
      id: `${base}/media/${bareArtwork.image.media}/200.jpg`,
      type: 'Image',
      format: 'image/jpeg',
      width: 200,
      height: 100,
    });
  });

  it('is listed by a small JPEG', () => {
    const thumbnail = { id: `${base}/media/${image.media}/320.jpg`, format: 'image/jpeg', width: 320, height: 453 };
    expect(canvas?.thumbnail).toMatchObject([thumbnail]);
    expect(manifest.thumbnail).toEqual(canvas?.thumbnail);
  });

  it('says who made it, and what it shows to those who cannot see it', () => {
    expect(canvas?.summary).toEqual({ az: ['Uşaqlar günəşin altında'], en: ['Children under the sun'] });
    expect(canvas?.metadata?.map(({ label, value }) => [label.en?.[0], value.none?.[0] ?? value.az?.[0]])).toEqual([
      ['Artist', 'Aysel M.'],
      ['Age', '9'],
      ['School', '6 nömrəli məktəb'],
      ['Region', 'Gəncə'],
      ['Medium', 'Akvarel'],
      ['Year', '2022'],
      ['What it shows', 'Uşaqlar günəşin altında'],
      ['Description', 'Dostluq haqqında.'],
    ]);
  });

  it('says in each language that a name is withheld', () => {
    expect(bareCanvas?.metadata).toEqual([
      {
        label: { az: ['Müəllif'], en: ['Artist'], ru: ['Автор'] },
        value: { az: ['Anonim'], en: ['Anonymous'], ru: ['Аноним'] },
      },
      { label: { az: ['Nə təsvir olunub'], en: ['What it shows'], ru: ['Что изображено'] }, value: { az: ['Bir ev'] } },
    ]);
  });

  it('shows as text what clients would take for HTML', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const shown = '<span>&lt;img src=x onerror=alert(1)&gt;</span>';
    const { items, requiredStatement, summary } = manifestOf(
      {
        organisers: [{ role: 'host', name: { az: '5 < 6 & B>' } }],
        translations: { az: { ...bare.translations.az, summary: hostile } },
      },
      [{ ...artwork, medium: hostile, translations: { az: { title: hostile, alt: hostile } } }],
    );
    expect(summary).toEqual({ az: [shown] });
    expect(requiredStatement?.value).toEqual({ az: ['Təşkilatçı: 5 < 6 & B>'] });
    expect(items[0]?.summary).toEqual({ az: [shown] });
    expect(items[0]?.metadata?.find(({ label }) => label.az?.[0] === 'Texnika')?.value).toEqual({
      none: [shown],
    });
    // A label is never HTML.
    expect(items[0]?.label).toEqual({ az: [hostile] });
  });
});
