import { describe, expect, it } from 'vitest';
import { blindTexts } from '../../../shared/desk/juries/blind-texts.ts';

const artist = {
  name: 'Aysel Hüseynova',
  school: '6 nömrəli məktəb',
  region: 'Şəki',
  isMinor: true,
  consent: {
    guardian: 'Rəna Quliyeva',
    grantedOn: '2022-01-01',
    expiresOn: '2099-12-31',
    image: true,
    name: 'full' as const,
  },
};

const shownOf = (title: string) => blindTexts({ artist, translations: { az: { title } } }).translations.az;

describe('what a jury that rates blind reads of a work', () => {
  it.each([
    ...['Ayselin evi', 'Hüseynovanın rəsmi', 'A. Hüseynova', 'Айсель Гусейнова', 'Rəna Quliyeva üçün'],
    ...['6 NÖMRƏLİ MƏKTƏB', 'Bizim 6 nömrəli məktəbimiz', 'Şəkidə payız'],
  ])('is not “%s”, which names the artist, a guardian, the school or the region', (title) => {
    expect(shownOf(title)).toEqual({});
  });

  it.each(['Günəşli gün', 'Bizim məktəb', 'Aylı gecə', 'Turalın portreti'])(
    'is “%s”, which does not say whose it is',
    (title) => {
      expect(shownOf(title)).toEqual({ title });
    },
  );

  it.each([
    ['region', 'Bakı', ['BAKI GECƏLƏRİ', 'Bakıda payız', 'Бакинские ночи', 'Баку ночью', 'Baku at night', 'в Баку']],
    ['region', 'Bakı şəhəri', ['Bakı gecələri', 'Бакинский бульвар']],
    ['region', 'Bakı, Nəsimi rayonu', ['Nəsimidə qış', 'Bakım mənim']],
    ['region', 'Gəncə', ['GƏNCƏNİN KÜÇƏLƏRİ', 'Гянджа осенью', 'Гянджинский парк', 'Осень в Гяндже', 'Old Ganja']],
    ['region', 'Naxçıvan', ['Нахичевань', 'Nakhchivan mountains', 'НАХЧЫВАН']],
    ['region', 'Sumqayıt', ['Сумгаитский берег', 'Sumqayıtın sahili', 'Sumgait']],
    ['region', 'Qax', ['QAXDA YAZ', 'Гах']],
    ['region', 'ŞƏKİ', ['Şəkidə payız', 'Шеки', 'Шекинский дворец', 'Sheki']],
    ['region', 'İsmayıllı', ['ISMAYILLI DAĞLARI', 'Исмаиллы']],
    ['school', 'Xızı qəsəbə məktəbi', ['XIZI QƏSƏBƏ MƏKTƏBİ', 'Xızı qəsəbə məktəbi', 'Школа посёлка Хызы']],
    ['school', '6 nömrəli məktəb', ['6 №-li məktəbimiz', 'Школа № 6', 'School No. 6', 'MƏKTƏB 6']],
    ['school', 'Nizami adına 6 nömrəli məktəb', ['Nizami adına məktəbimiz', 'Школа имени Низами']],
    ['school', 'Gənc rəssamlar məktəbi', ['Gənc rəssamlar məktəbində']],
    ['region', 'Gəncə', ['Gəncəli uşaqlar', 'GENCE', 'Gəncələr', 'гянджинцы', 'Кәнҹә', 'Ҝәнҹәдә']],
    ['region', 'Ganja', ['Gəncədə payız']],
    ['region', 'Гянджа', ['Gəncədə payız', 'Ganja']],
    ['region', 'Şuşa', ['Şuşada bahar', 'ŞUŞA', 'Шуша', 'в Шуше', 'Shusha', 'Şuşalılar', 'Susada']],
    ['region', 'Quba', ['Qubalı nənə', 'Губа', 'Guba', 'Кубинский ковёр', 'QUBA ALMASI']],
    ['region', 'Göygöl', ['Göygöldə yay', 'Göy göl', 'GÖY GÖLDƏ', 'Гёйгёль', 'Goygol lake']],
    ['region', 'Göy göl', ['Göygöl', 'Göy göl', 'Göy göldə', 'Göygöl rayonu', 'Гёйгёль']],
    ['region', 'Bakı', ['Bakılı uşaqlar', 'Bakılıyam']],
    ['school', 'Nizami adına 6 nömrəli məktəb', ['6 nömrəli məktəbimiz', 'Школа № 6']],
    ['school', 'Lev Tolstoy adına məktəb', ['Lev Tolstoy məktəbi', 'Школа имени Льва Толстого']],
  ])('does not tell the %s “%s” in another form, case or language', (field, place, titles) => {
    const of = { ...artist, school: undefined, region: undefined, [field]: place };
    const shown = titles.filter(
      (title) => blindTexts({ artist: of, translations: { az: { title } } }).translations.az?.title,
    );
    expect(shown).toEqual([]);
  });

  it.each([
    ['region', 'Bakı', ['Heyvanat bağı', 'Nənəmin bağı', 'Baxış', 'Böyük ağac', 'Bəyaz at', 'Qarlı dağ', 'Back home']],
    ['region', 'Bakı şəhəri', ['Mənim şəhərim', 'Böyük şəhər', 'Мой город']],
    ['region', 'Xızı', ['Balaca qızı', 'Nənə və qızı', 'Qızıl payız']],
    ['region', 'Şəki', ['Şəkil', 'Mənim şəklim', 'Şəkər']],
    ['region', 'Azərbaycan', ['Mənim evim', 'Qış']],
    ['school', '6 nömrəli məktəb', ['Bizim məktəb', '6 alma', '16 nömrəli ev', 'Школа № 16', 'Məktəbdə 66 uşaq']],
    ['school', 'Gənc rəssamlar məktəbi', ['Gənc balıqçı', 'Rəssam', 'Bizim məktəb']],
    ['school', 'Xızı qəsəbə məktəbi', ['Bizim qəsəbə', 'Məktəb yolu']],
    ['region', 'Gəncə', ['Gənclər', 'Gənclərin rəqsi', 'Gənclik', 'Kənd', 'Günəş', 'Qonça']],
    ['region', 'Şuşa', ['Şüşə', 'Şüşədə gül', 'Şüşəli pəncərə', 'Sus']],
    ['region', 'Quba', ['Küpə', 'Küpədə su', 'Qübbə', 'Kupa', 'Qab']],
    ['region', 'Göygöl', ['Göy səma', 'Göldə qayıq', 'Göy göyərçin']],
    ['region', 'Göy göl', ['Göy səma, böyük göl', 'Göydə quşlar, göldə balıqlar', 'Göy at']],
    ['region', 'Sumqayıt', ['Somqat', 'Simqət']],
    ['school', 'Lev Tolstoy adına məktəb', ['Lev', 'Lev və başqa heyvanlar, müəllif Tolstoy']],
  ])('tells of what is not the %s “%s”', (field, place, titles) => {
    const of = { ...artist, school: undefined, region: undefined, [field]: place };
    const shown = titles.filter(
      (title) => blindTexts({ artist: of, translations: { az: { title } } }).translations.az?.title,
    );
    expect(shown).toEqual(titles);
  });

  it('lacks the text alone that names somebody', () => {
    const translations = {
      az: { title: 'Evim', alt: 'Aysel və ev' },
      en: { title: 'My house', description: 'By Aysel Huseynova.' },
    };
    expect(blindTexts({ artist, translations, medium: 'Quaş' })).toEqual({
      translations: { az: { title: 'Evim' }, en: { title: 'My house' } },
      medium: 'Quaş',
    });
    expect(blindTexts({ artist, translations: {}, medium: 'Aysel, quaş' })).toEqual({ translations: {} });
  });

  it('is all of it where nobody is known', () => {
    expect(blindTexts({ translations: { en: { title: 'Aysel' } } })).toEqual({
      translations: { en: { title: 'Aysel' } },
    });
  });
});
