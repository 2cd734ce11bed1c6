/** The sample that an empty Sergi is filled with. The people in it do not exist. */

const picture = (parts: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">${parts}</svg>`;

/** Three drawings as children draw them. */
export const drawings = {
  house:
    picture(`<rect width="1600" height="1200" fill="#bfe3f7"/><rect y="850" width="1600" height="350" fill="#7bb661"/>
  <circle cx="1330" cy="230" r="130" fill="#ffd23f"/>
  <g stroke="#5a3d2b" stroke-width="14" fill="#e4572e"><path d="M420 620 L640 430 L860 620 Z"/><rect x="470" y="620" width="340" height="270" fill="#f6f1e3"/></g>
  <g stroke="#33312e" stroke-width="16" fill="none"><circle cx="1010" cy="700" r="46"/><path d="M1010 746v130M1010 790l-80 40M1010 790l90 30M1010 876l-50 90M1010 876l50 90"/>
  <circle cx="1210" cy="720" r="42"/><path d="M1210 762v120M1210 800l-110 20M1210 800l80 40M1210 882l-46 84M1210 882l46 84"/></g>`),
  boat: picture(`<rect width="1600" height="1200" fill="#fbe8d3"/><rect y="760" width="1600" height="440" fill="#2f7fb5"/>
  <path d="M0 820q100-60 200 0t200 0 200 0 200 0 200 0 200 0 200 0 200 0" stroke="#dff1fb" stroke-width="18" fill="none"/>
  <path d="M480 700h560l-110 170H590z" fill="#7a4a2b"/><path d="M760 690V230l280 430z" fill="#d7263d"/><path d="M735 690V320L520 660z" fill="#f5f2e8"/>
  <g stroke="#4a4a4a" stroke-width="12" fill="none"><path d="M180 240q50-60 100 0q50-60 100 0M1240 330q40-50 80 0q40-50 80 0"/></g>`),
  scales:
    picture(`<rect width="1600" height="1200" fill="#f3efe0"/><circle cx="800" cy="600" r="520" fill="#f9c74f" opacity=".45"/>
  <g stroke="#3d348b" stroke-width="22" fill="none"><path d="M800 220v720M560 960h480M360 360h880M360 360l-130 300h260zM1240 360l-130 300h260z"/></g>
  <path d="M220 660a140 110 0 0 0 280 0z" fill="#43aa8b"/><path d="M1100 660a140 110 0 0 0 280 0z" fill="#f3722c"/>
  <circle cx="360" cy="600" r="46" fill="#d7263d"/><circle cx="1240" cy="600" r="46" fill="#577590"/>`),
} as const;

export type Drawing = keyof typeof drawings;

export const events = [
  {
    publishAt: '2022-11-18T08:00:00Z',
    cover: {
      drawing: 'house' as const,
      alt: {
        az: 'Uşaq rəsmi: ev, günəş və əl-ələ tutmuş iki uşaq',
        en: 'A child’s drawing: a house, the sun and two children holding hands',
      },
    },
    content: {
      category: 'events',
      campaign: 'drawings-2022',
      showings: [{ startsAt: '2022-11-18' }],
      place: { name: { az: 'Bakı', en: 'Baku' } },
      translations: {
        az: {
          title: 'Şagirdlərin rəsm müsabiqəsinin qalibləri mükafatlandırılıb',
          body: 'Səfirliklə birgə keçirilən müsabiqədə **100-ə yaxın şagird** iştirak edib.\n\nSeçilmiş 10 rəsm nazirliyin foyesində nümayiş etdirilir.',
        },
        en: {
          title: 'Winners of the schoolchildren’s drawing competition receive their awards',
          body: 'About **100 schoolchildren** took part in the competition, held together with the embassy.\n\nTen drawings were selected and are on display in the hall of the ministry.',
        },
      },
    },
  },
  {
    publishAt: '2024-07-24T08:00:00Z',
    content: {
      category: 'events',
      translations: {
        en: { title: 'Training course on open government', body: 'An item that exists in English only.' },
      },
    },
  },
  {
    publishAt: '2024-03-14T08:00:00Z',
    content: {
      category: 'news',
      translations: {
        az: { title: '“Birlikdə gələcəyə” kampaniyası başa çatdı', body: 'Yalnız Azərbaycan dilində olan xəbər.' },
      },
    },
  },
];

/** Published under the given name only, as the guardians wish. */
const child = (name: string, ageAtEntry: number) => ({
  ...{ name, ageAtEntry, isMinor: true },
  consent: {
    guardian: 'Nümunə Valideyn',
    grantedOn: '2022-10-01',
    expiresOn: '2099-12-31',
    image: true,
    name: 'first',
  },
});

export const exhibition = {
  publishAt: '2022-11-18T09:00:00Z',
  content: {
    campaign: 'drawings-2022',
    venue: 'Bakı',
    opensOn: '2022-11-18',
    closesOn: '2022-12-02',
    organisers: [
      { role: 'host', name: { az: 'Nazirlik', en: 'The Ministry', ru: 'Министерство' } },
      { role: 'partner', name: { az: 'Səfirlik', en: 'The Embassy', ru: 'Посольство' } },
    ],
    translations: {
      az: { title: 'Ədalət uşaqların gözü ilə', description: 'Rəsm müsabiqəsində **seçilmiş** əsərlər.' },
      en: { title: 'Justice through the eyes of children', description: 'The **selected** works of the competition.' },
      ru: { title: 'Справедливость глазами детей', description: '**Избранные** работы конкурса.' },
    },
  },
  artworks: [
    {
      drawing: 'scales' as const,
      content: {
        ...{ artist: child('Aysel Nümunəyeva', 12), medium: 'Karandaş', year: 2022 },
        translations: {
          az: { title: 'Tərəzi', alt: 'Bənövşəyi tərəzi, gözlərində qırmızı və mavi kürə' },
          en: { title: 'The scales', alt: 'Purple scales with a red and a blue ball on them' },
        },
      },
    },
    {
      drawing: 'house' as const,
      content: {
        ...{ artist: child('Elvin Nümunəyev', 9), medium: 'Flomaster', year: 2022 },
        translations: {
          az: { title: 'Bizim ev', alt: 'Ev, günəş və əl-ələ tutmuş iki uşaq' },
          en: { title: 'Our house', alt: 'A house, the sun and two children holding hands' },
        },
      },
    },
    {
      drawing: 'boat' as const,
      content: {
        ...{ artist: child('Nigar Nümunəyeva', 10), medium: 'Akvarel', year: 2022 },
        translations: {
          az: { title: 'Qayıq', alt: 'Dalğalarda qırmızı yelkənli qayıq, göydə quşlar' },
          en: { title: 'The boat', alt: 'A boat with a red sail on the waves, birds in the sky' },
        },
      },
    },
  ],
};
