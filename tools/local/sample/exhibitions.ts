import type * as z from 'zod';
import type { artworkContentSchema } from '../../../shared/model/exhibitions/artwork.ts';
import type { exhibitionContentSchema } from '../../../shared/model/exhibitions/exhibition.ts';
import { carpet } from './carpet.ts';
import { childDrawing, type Placed, type Sheet } from './child-drawing.ts';
import type { Days } from './days.ts';

/** An artwork of the sample, and how its picture is drawn. */
export interface SampleArtwork {
  readonly draw: () => string;
  readonly content: z.input<typeof artworkContentSchema>;
}

/** An exhibition of the sample with its works in their order. */
export interface SampleExhibition {
  readonly key: string;
  /** Absent where a jury still rates the works. */
  readonly publishAt?: string;
  readonly content: z.input<typeof exhibitionContentSchema>;
  readonly artworks: readonly SampleArtwork[];
}

/** A word in Azerbaijani, English and Russian. */
type Words = readonly [az: string, en: string, ru: string];

const inAll = ([az, en, ru]: Words) => ({ az, en, ru });

const titled = (titles: Words, alts: Words) => ({
  az: { title: titles[0], alt: alts[0] },
  en: { title: titles[1], alt: alts[1] },
  ru: { title: titles[2], alt: alts[2] },
});

/** Published under the given name only, as the guardians wish. */
const child = (name: string, ageAtEntry: number) => ({
  ...{ name, ageAtEntry, isMinor: true },
  consent: {
    ...{ guardian: 'Nümunə Valideyn', grantedOn: '2022-10-01', expiresOn: '2099-12-31' },
    image: true,
    name: 'first' as const,
  },
});

type Drawn = readonly [
  artist: string,
  age: number,
  medium: string,
  title: Words,
  alt: Words,
  sheet: Sheet,
  things: Placed[],
];

const meadow: Sheet = ['#bfe3f7', '#7bb661'];
const night: Sheet = ['#2b2d5b', '#1d3557'];
const sea: Sheet = ['#fbe8d3', '#2f7fb5'];
const paper: Sheet = ['#f3efe0', '#f3d9a4'];

// biome-ignore format: a drawing a line
const drawn: readonly Drawn[] = [
  ['Aysel Nümunəyeva', 12, 'Karandaş', ['Tərəzi', 'The scales', 'Весы'], ['Bənövşəyi tərəzi, gözlərində qırmızı və mavi kürə', 'Purple scales with a red and a blue ball on them', 'Лиловые весы с красным и синим шаром'], paper, [['scales', 640, 500, 1, '#3d348b']]],
  ['Elvin Nümunəyev', 9, 'Flomaster', ['Bizim ev', 'Our house', 'Наш дом'], ['Ev, günəş və əl-ələ tutmuş iki uşaq', 'A house, the sun and two children holding hands', 'Дом, солнце и двое детей за руки'], meadow, [['sun', 1080, 200, 1, '#ffd23f'], ['house', 400, 580, 1.3, '#e4572e'], ['person', 740, 700, 0.9, '#e4572e'], ['person', 870, 710, 0.8, '#3d5a80']]],
  ['Nigar Nümunəyeva', 10, 'Akvarel', ['Qayıq', 'The boat', 'Лодка'], ['Dalğalarda qırmızı yelkənli qayıq, göydə quşlar', 'A boat with a red sail on the waves, birds in the sky', 'Лодка с красным парусом, в небе птицы'], sea, [['boat', 620, 600, 1.2, '#d7263d'], ['bird', 250, 200, 0.8, '#4a4a4a'], ['bird', 980, 260, 0.7, '#4a4a4a']]],
  ['Murad Nümunəyev', 8, 'Flomaster', ['Göy qurşağı', 'The rainbow', 'Радуга'], ['Çəmən üzərində göy qurşağı və gül', 'A rainbow over a meadow with a flower', 'Радуга над лугом с цветком'], meadow, [['rainbow', 640, 420, 1], ['flower', 320, 720, 1.1, '#e63946'], ['flower', 900, 740, 0.9, '#7b2cbf']]],
  ['Ləman Nümunəyeva', 7, 'Karandaş', ['Pişiyim', 'My cat', 'Мой кот'], ['Narıncı pişik günəşin altında', 'An orange cat under the sun', 'Рыжий кот под солнцем'], meadow, [['sun', 220, 190, 0.9, '#ffd23f'], ['cat', 660, 600, 1.7, '#f4a261']]],
  ['Tunar Nümunəyev', 11, 'Quaş', ['Gecə dənizi', 'The sea at night', 'Ночное море'], ['Ay işığında yelkənli qayıq və iki balıq', 'A sailing boat and two fishes under the moon', 'Парусник и две рыбы под луной'], night, [['moon', 1000, 220, 1, '#ffe66d'], ['boat', 540, 600, 1.1, '#e63946'], ['fish', 300, 840, 0.6, '#f4a261'], ['fish', 980, 860, 0.5, '#ffd166']]],
  ['Fidan Nümunəyeva', 9, 'Akvarel', ['Nənəmin bağı', 'My grandmother’s garden', 'Бабушкин сад'], ['Üç alma ağacı və nənə', 'Three apple trees and a grandmother', 'Три яблони и бабушка'], meadow, [['tree', 250, 560, 1.1, '#3a7d44'], ['tree', 640, 520, 1.2, '#52b788'], ['tree', 1020, 560, 1.1, '#3a7d44'], ['person', 830, 740, 0.9, '#7b2cbf']]],
  ['Kənan Nümunəyev', 10, 'Flomaster', ['Şarlar', 'Balloons', 'Шары'], ['Uşaq və göydə beş şar', 'A child and five balloons in the sky', 'Ребёнок и пять шаров в небе'], meadow, [['balloon', 350, 260, 1, '#e63946'], ['balloon', 520, 180, 1, '#ffd23f'], ['balloon', 690, 240, 1, '#577590'], ['balloon', 860, 170, 1, '#43aa8b'], ['balloon', 1010, 280, 1, '#7b2cbf'], ['person', 640, 720, 1, '#f3722c']]],
  ['Zəhra Nümunəyeva', 8, 'Karandaş', ['Balıqlar', 'The fishes', 'Рыбы'], ['Suda rəngli balıqlar', 'Coloured fishes in the water', 'Разноцветные рыбы в воде'], ['#8ecae6', '#219ebc'], [['fish', 300, 300, 1, '#f4a261'], ['fish', 780, 240, 0.8, '#e63946'], ['fish', 560, 560, 1.2, '#ffd23f'], ['fish', 980, 640, 0.9, '#7b2cbf'], ['fish', 280, 780, 0.7, '#d62828']]],
  ['Rəvan Nümunəyev', 12, 'Akvarel', ['Bahar', 'Spring', 'Весна'], ['Güllər, ağac və quşlar', 'Flowers, a tree and birds', 'Цветы, дерево и птицы'], meadow, [['tree', 940, 520, 1.3, '#ff8fab'], ['flower', 220, 720, 1, '#e63946'], ['flower', 400, 740, 0.9, '#ffd23f'], ['flower', 570, 720, 1, '#577590'], ['bird', 300, 200, 0.8, '#333'], ['bird', 520, 280, 0.6, '#333']]],
  ['Mələk Nümunəyeva', 7, 'Flomaster', ['Ailəm', 'My family', 'Моя семья'], ['Evin yanında dörd nəfər və pişik', 'Four people and a cat beside a house', 'Четыре человека и кот у дома'], meadow, [['house', 260, 560, 1.1, '#3d5a80'], ['person', 560, 700, 1, '#e63946'], ['person', 710, 700, 1.05, '#2a9d8f'], ['person', 850, 730, 0.7, '#f4a261'], ['person', 960, 740, 0.6, '#7b2cbf'], ['cat', 1110, 780, 0.5, '#6c584c']]],
  ['Orxan Nümunəyev', 11, 'Quaş', ['Ay və evlər', 'The moon and the houses', 'Луна и дома'], ['Gecə üç ev və ay', 'Three houses and the moon at night', 'Три дома и луна ночью'], night, [['moon', 980, 200, 0.9, '#ffe66d'], ['house', 280, 640, 0.9, '#e76f51'], ['house', 640, 660, 1, '#2a9d8f'], ['house', 1000, 640, 0.9, '#e9c46a']]],
];

const childrensArtworks = drawn.map(
  ([name, age, medium, title, alt, sheet, things], n): SampleArtwork => ({
    draw: () => childDrawing(n + 1, sheet, things),
    content: { artist: child(name, age), medium, year: 2022, translations: titled(title, alt) },
  }),
);

/** What has come in for a competition, in no order; as in each one, not all papers are there. */
// biome-ignore format: a drawing a line
const entered: readonly Drawn[] = [
  ['Samir Nümunəyev', 9, 'Flomaster', ['Bulvar', 'The boulevard', 'Бульвар'], ['Dəniz kənarında ağaclar və uşaq', 'Trees and a child by the sea', 'Деревья и ребёнок у моря'], sea, [['tree', 260, 480, 1.1, '#3a7d44'], ['tree', 980, 500, 1, '#52b788'], ['person', 640, 720, 1, '#e4572e'], ['bird', 420, 180, 0.7, '#4a4a4a']]],
  ['Günel Nümunəyeva', 11, 'Akvarel', ['Köhnə şəhər', 'The old town', 'Старый город'], ['Gecə dörd ev və ay', 'Four houses and the moon at night', 'Четыре дома и луна ночью'], night, [['moon', 240, 190, 0.9, '#ffe66d'], ['house', 220, 660, 0.8, '#e9c46a'], ['house', 520, 640, 0.9, '#e76f51'], ['house', 800, 660, 0.8, '#f4a261'], ['house', 1060, 650, 0.8, '#2a9d8f']]],
  ['Tural Nümunəyev', 8, 'Karandaş', ['Mənim həyətim', 'My yard', 'Мой двор'], ['Ev, pişik və gül', 'A house, a cat and a flower', 'Дом, кот и цветок'], meadow, [['house', 420, 560, 1.3, '#577590'], ['cat', 820, 720, 0.9, '#6c584c'], ['flower', 1050, 730, 1, '#e63946']]],
  ['Aylin Nümunəyeva', 10, 'Quaş', ['Bayram', 'The holiday', 'Праздник'], ['Dörd şar və üç uşaq', 'Four balloons and three children', 'Четыре шара и трое детей'], meadow, [['balloon', 280, 220, 1, '#ffd23f'], ['balloon', 560, 170, 1, '#e63946'], ['balloon', 820, 230, 1, '#43aa8b'], ['balloon', 1040, 180, 1, '#577590'], ['person', 420, 720, 1, '#7b2cbf'], ['person', 640, 730, 0.9, '#f3722c'], ['person', 850, 720, 1, '#2a9d8f']]],
  ['Emil Nümunəyev', 12, 'Akvarel', ['Liman', 'The harbour', 'Порт'], ['İki qayıq və balıqlar', 'Two boats and fishes', 'Две лодки и рыбы'], sea, [['boat', 360, 560, 1, '#d7263d'], ['boat', 900, 600, 0.9, '#577590'], ['fish', 320, 860, 0.5, '#f4a261'], ['fish', 860, 870, 0.5, '#ffd166']]],
  ['Nərmin Nümunəyeva', 7, 'Flomaster', ['Yağışdan sonra', 'After the rain', 'После дождя'], ['Göy qurşağı, ev və günəş', 'A rainbow, a house and the sun', 'Радуга, дом и солнце'], meadow, [['rainbow', 560, 400, 1], ['sun', 1080, 190, 0.9, '#ffd23f'], ['house', 960, 640, 0.9, '#e4572e']]],
  ['Rauf Nümunəyev', 10, 'Karandaş', ['Park', 'The park', 'Парк'], ['Ağaclar, quşlar və iki nəfər', 'Trees, birds and two people', 'Деревья, птицы и двое людей'], meadow, [['tree', 240, 540, 1.2, '#52b788'], ['tree', 1020, 540, 1.2, '#3a7d44'], ['person', 560, 720, 1, '#3d5a80'], ['person', 700, 730, 0.9, '#e63946'], ['bird', 480, 190, 0.7, '#333'], ['bird', 700, 240, 0.6, '#333']]],
  ['Səbinə Nümunəyeva', 9, 'Quaş', ['Gecə bağı', 'The garden at night', 'Ночной сад'], ['Ay işığında ağac və güllər', 'A tree and flowers in the moonlight', 'Дерево и цветы при луне'], night, [['moon', 980, 210, 1, '#ffe66d'], ['tree', 420, 540, 1.3, '#52b788'], ['flower', 760, 740, 1, '#ff8fab'], ['flower', 940, 750, 0.9, '#ffd23f']]],
];

/** The entries of the competition: of one a guardian has signed nothing yet, of another the consent ends soon. */
const entries = ({ day }: Days): SampleArtwork[] =>
  entered.map(([name, age, medium, title, alt, sheet, things], n) => {
    const { consent, ...artist } = child(name, age);
    return {
      draw: () => childDrawing(n + 20, sheet, things),
      content: {
        artist: n === 2 ? artist : { ...artist, consent: n === 5 ? { ...consent, expiresOn: day(20) } : consent },
        ...{ medium, year: 2026, translations: titled(title, alt) },
      },
    };
  });

/** Where a carpet comes from, and who has knotted it; these people do not exist. */
const schools: readonly (readonly [school: Words, weaver: string, year: number])[] = [
  [['Quba', 'Quba', 'Губа'], 'Gülnarə Nümunəyeva', 1987],
  [['Şirvan', 'Shirvan', 'Ширван'], 'Səkinə Nümunəyeva', 1991],
  [['Qarabağ', 'Karabakh', 'Карабах'], 'Xanım Nümunəyeva', 1979],
  [['Qazax', 'Qazakh', 'Газах'], 'Tamara Nümunəyeva', 1994],
  [['Gəncə', 'Ganja', 'Гянджа'], 'Bəsti Nümunəyeva', 1983],
  [['Bakı', 'Baku', 'Баку'], 'Rübabə Nümunəyeva', 2002],
  [['Lənkəran', 'Lankaran', 'Ленкорань'], 'Nərgiz Nümunəyeva', 1998],
  [['Şəki', 'Sheki', 'Шеки'], 'Zeynəb Nümunəyeva', 2005],
  [['Naxçıvan', 'Nakhchivan', 'Нахчыван'], 'Fatma Nümunəyeva', 1976],
  [['Şuşa', 'Shusha', 'Шуша'], 'Leyla Nümunəyeva', 1989],
  [['Qusar', 'Qusar', 'Гусар'], 'Mina Nümunəyeva', 2011],
  [['İsmayıllı', 'Ismayilli', 'Исмаиллы'], 'Sona Nümunəyeva', 2008],
];

const carpets = schools.map(
  ([school, name, year], n): SampleArtwork => ({
    draw: () => carpet(n),
    content: {
      artist: { name, isMinor: false, region: school[0] },
      ...{ medium: 'Yun', year },
      translations: titled(
        [`${school[0]} xalçası`, `Carpet of ${school[1]}`, `Ковёр: ${school[2]}`],
        [
          `Haşiyəli xalça, ortasında ${n % 3 === 0 ? 'bir böyük medalyon' : 'üç medalyon'}`,
          `A carpet with borders and ${n % 3 === 0 ? 'one large medallion' : 'three medallions'}`,
          `Ковёр с каймой и ${n % 3 === 0 ? 'одним большим медальоном' : 'тремя медальонами'}`,
        ],
      ),
    },
  }),
);

const organisers = [
  { role: 'host' as const, name: inAll(['Nazirlik', 'The Ministry', 'Министерство']) },
  { role: 'partner' as const, name: inAll(['Səfirlik', 'The Embassy', 'Посольство']) },
];

/** The exhibitions of the sample: children's drawings, carpets, and a competition whose jury rates. */
export const sampleExhibitions = (days: Days): SampleExhibition[] => [...published(days), competition(days)];

const competition = (days: Days): SampleExhibition => ({
  ...{ key: 'competition', artworks: entries(days) },
  content: {
    ...{ blindRating: true, organisers, opensOn: days.day(30), closesOn: days.day(90) },
    translations: {
      az: {
        title: 'Mənim şəhərim',
        description: 'Uşaqların rəsm müsabiqəsi: əsərləri münsiflər adsız qiymətləndirir.',
      },
      en: { title: 'My town', description: 'A competition of children’s drawings: the jury rates them without names.' },
      ru: { title: 'Мой город', description: 'Конкурс детских рисунков: жюри оценивает их без имён.' },
    },
  },
});

const published = ({ day, at }: Days): SampleExhibition[] => [
  {
    ...{ key: 'carpets', publishAt: at(-30, 10), artworks: carpets },
    content: {
      ...{ place: { name: { az: 'Böyük zal' } }, opensOn: day(-30), closesOn: day(60), organisers },
      rights: 'http://creativecommons.org/licenses/by/4.0/',
      translations: {
        az: {
          title: 'Xalça naxışları',
          summary: 'On iki məktəbdən on iki xalça.',
          description:
            'Hər xalça öz bölgəsinin **naxışını** daşıyır. Yaxından baxın: medalyonlar, haşiyələr və kiçik quşlar düyün-düyün toxunub.',
        },
        en: {
          title: 'Patterns of carpets',
          summary: 'Twelve carpets of twelve schools.',
          description:
            'Each carpet has the **pattern** of its region. Look closely: medallions, borders and small birds are made knot by knot.',
        },
        ru: {
          title: 'Узоры ковров',
          summary: 'Двенадцать ковров двенадцати школ.',
          description:
            'Каждый ковёр несёт **узор** своего края. Всмотритесь: медальоны, каймы и маленькие птицы вытканы узел за узлом.',
        },
      },
    },
  },
  {
    ...{ key: 'drawings', publishAt: at(-20, 13), artworks: childrensArtworks },
    content: {
      ...{
        campaign: 'drawings-2022',
        place: { name: { az: 'Foye' } },
        opensOn: day(-20),
        closesOn: day(25),
        organisers,
      },
      translations: {
        az: { title: 'Ədalət uşaqların gözü ilə', description: 'Rəsm müsabiqəsində **seçilmiş** əsərlər.' },
        en: {
          title: 'Justice through the eyes of children',
          description: 'The **selected** works of the competition.',
        },
        ru: { title: 'Справедливость глазами детей', description: '**Избранные** работы конкурса.' },
      },
    },
  },
];
