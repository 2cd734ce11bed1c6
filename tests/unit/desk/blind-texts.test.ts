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
