import type * as z from 'zod';
import type { eventContentSchema } from '../../../shared/model/events/event.ts';
import type { Cover } from './covers.ts';
import type { Days } from './days.ts';
import { places, prices } from './places.ts';
import { concertProgramme } from './programme.ts';

/**
 * An event, a page or a notice of the sample: when it was published, what it says, and its picture, which follows when
 * it has been drawn.
 */
export interface SampleEvent {
  readonly key: string;
  readonly publishAt: string;
  readonly unpublishAt?: string;
  readonly content: z.input<typeof eventContentSchema>;
  readonly cover?: Cover;
  /** Pictures in its text, one after its first paragraph and the others at its end, with what stands below each. */
  readonly inText?: readonly { readonly cover: Cover; readonly caption: Readonly<Record<string, string>> }[];
  /** A document to open: what it is called, and how it is made. */
  readonly file?: SampleFile;
}

interface SampleFile {
  readonly title: Readonly<Record<string, string>>;
  make(): Promise<Buffer>;
}

const programme: SampleFile = {
  title: {
    az: 'Konsertin proqramı (ingilis dilində)',
    en: 'Programme of the concert',
    ru: 'Программа концерта (на английском)',
  },
  make: concertProgramme,
};

/** The events of the sample: what is to come, what has been, and news. Two exist in one language only. */
export const sampleEvents = ({ day, at, next }: Days): SampleEvent[] => [
  {
    ...{ key: 'concert', publishAt: at(-4, 10), cover: 'concert', file: programme },
    content: {
      category: 'events',
      showings: [{ startsAt: at(3, 19), endsAt: at(3, 21), doorsAt: at(3, 18, 30) }],
      place: places.hall,
      price: prices.concert,
      bookingUrl: 'https://example.org/tickets',
      tags: [{ az: 'musiqi', en: 'music', ru: 'музыка' }],
      translations: {
        az: {
          title: 'Payız axşamı: muğam və caz',
          summary: 'Xanəndə, tar, kontrabas və fortepiano: iki ənənə bir axşamda görüşür.',
          body: 'Birinci hissədə **Segah** dəsgahı səslənir. Fasilədən sonra həmin mövzular üzərində improvizasiya başlayır.\n\n## Proqram\n\n- Segah dəsgahı\n- Fasilə, 20 dəqiqə\n- Dörd improvizasiya\n\nKonsert iki saat çəkir.',
        },
        en: {
          title: 'An autumn evening: mugham and jazz',
          summary: 'A singer, a tar, a double bass and a piano: two traditions meet for one evening.',
          body: 'The first part is the **Segah** dastgah. After the interval the musicians improvise on its themes.\n\n## Programme\n\n- Segah dastgah\n- Interval, 20 minutes\n- Four improvisations\n\nThe concert lasts two hours.',
        },
        ru: {
          title: 'Осенний вечер: мугам и джаз',
          summary: 'Ханенде, тар, контрабас и фортепиано: две традиции встречаются в один вечер.',
          body: 'В первой части звучит дастгях **Сегях**. После антракта музыканты импровизируют на его темы.\n\n## Программа\n\n- Дастгях Сегях\n- Антракт, 20 минут\n- Четыре импровизации\n\nКонцерт длится два часа.',
        },
      },
    },
  },
  {
    ...{ key: 'workshop', publishAt: at(-6, 9), cover: 'workshop' },
    content: {
      category: 'events',
      showings: [0, 7, 14, 21, 28, 35].map((weeks) => ({
        startsAt: at(next(6) + weeks, 11),
        endsAt: at(next(6) + weeks, 12, 30),
      })),
      place: places.studio,
      price: prices.free,
      contact: { az: 'studiya@example.org', en: 'studio@example.org', ru: 'studio@example.org' },
      tags: [
        { az: 'uşaqlar', en: 'children', ru: 'дети' },
        { az: 'emalatxana', en: 'workshop', ru: 'мастерская' },
      ],
      translations: {
        az: {
          title: 'Şənbə emalatxanası: öz naxışını çək',
          summary: '6–12 yaşlı uşaqlar üçün, hər şənbə.',
          body: 'Uşaqlar xalça naxışlarına baxır, sonra öz naxışlarını çəkirlər. Rəng və kağız bizdəndir. Valideynlər qala bilərlər.',
        },
        en: {
          title: 'Saturday workshop: draw a pattern of your own',
          summary: 'For children from 6 to 12, every Saturday.',
          body: 'The children look at patterns of carpets and then draw their own. We provide paper and paint. Parents are welcome to stay.',
        },
        ru: {
          title: 'Субботняя мастерская: нарисуй свой узор',
          summary: 'Для детей от 6 до 12 лет, каждую субботу.',
          body: 'Дети рассматривают узоры ковров, а потом рисуют свои. Бумага и краски — наши. Родители могут остаться.',
        },
      },
    },
  },
  {
    ...{ key: 'lecture', publishAt: at(-3, 12), cover: 'lecture' },
    content: {
      category: 'events',
      showings: [{ startsAt: at(6, 17), endsAt: at(6, 18, 30) }],
      place: places.hall,
      price: prices.free,
      tags: [{ az: 'mühazirə', en: 'lecture', ru: 'лекция' }],
      translations: {
        az: {
          title: 'Xalçanın dili: naxışlar nə deyir',
          summary: 'Quba, Şirvan və Qarabağ xalçalarını necə ayırmalı.',
          body: 'Mühazirədə üç məktəbin xalçaları yan-yana göstərilir: *medalyonlar*, haşiyələr və rənglər. Sonra sərgidə birgə baxış keçirilir.',
        },
        en: {
          title: 'The language of carpets: what patterns say',
          summary: 'How to tell carpets of Quba, Shirvan and Karabakh apart.',
          body: 'Carpets of three schools are shown side by side: *medallions*, borders and colours. A walk through the exhibition follows.',
        },
        ru: {
          title: 'Язык ковра: о чём говорят узоры',
          summary: 'Как отличить ковры Губы, Ширвана и Карабаха.',
          body: 'На лекции рядом показаны ковры трёх школ: *медальоны*, каймы и цвета. Затем — прогулка по выставке.',
        },
      },
    },
  },
  {
    ...{ key: 'night', publishAt: at(-2, 11), cover: 'night' },
    content: {
      category: 'events',
      showings: [{ startsAt: at(14, 18), endsAt: at(14, 23, 30) }],
      place: places.hall,
      price: prices.free,
      tags: [{ az: 'gecə', en: 'night', ru: 'ночь' }],
      translations: {
        az: {
          title: 'Muzey gecəsi',
          summary: 'Bütün zallar gecəyarısına qədər açıqdır.',
          body: 'Hər saat bələdçi ilə gəzinti, həyətdə musiqi, uşaqlar üçün fənərlə axtarış oyunu.',
        },
        en: {
          title: 'Night of the museum',
          summary: 'All halls are open until almost midnight.',
          body: 'A guided walk every hour, music in the courtyard, and a treasure hunt by torchlight for children.',
        },
        ru: {
          title: 'Ночь музея',
          summary: 'Все залы открыты почти до полуночи.',
          body: 'Каждый час — прогулка с гидом, во дворе — музыка, для детей — поиски сокровищ с фонариком.',
        },
      },
    },
  },
  {
    ...{ key: 'tours', publishAt: at(-9, 9) },
    content: {
      category: 'events',
      showings: [1, 2, 4, 8, 11].map((offset) => ({ startsAt: at(offset, 15), endsAt: at(offset, 16) })),
      place: places.hall,
      price: prices.free,
      tags: [{ az: 'ekskursiya', en: 'guided tour', ru: 'экскурсия' }],
      translations: {
        az: { title: 'Bələdçi ilə ekskursiya', body: 'Bir saat, iyirmi nəfərə qədər. Görüş yeri girişdədir.' },
        en: { title: 'Guided tour', body: 'One hour, up to twenty people. We meet at the entrance.' },
        ru: { title: 'Экскурсия с гидом', body: 'Один час, до двадцати человек. Встречаемся у входа.' },
      },
    },
  },
  {
    ...{ key: 'talk', publishAt: at(-1, 15), cover: 'talk' },
    content: {
      category: 'events',
      showings: [{ startsAt: at(9, 20), endsAt: at(9, 21) }],
      place: places.web,
      price: prices.free,
      translations: {
        az: {
          title: 'Rəqəmsal arxiv: suallar və cavablar',
          summary: 'Skanların necə saxlandığını danışırıq.',
          body: 'Söhbət canlı yayımlanır; sualları əvvəlcədən göndərmək olar.',
        },
        en: {
          title: 'The digital archive: questions and answers',
          summary: 'How scans are made, described and kept.',
          body: 'The talk is streamed live; questions may be sent beforehand.',
        },
        ru: {
          title: 'Цифровой архив: вопросы и ответы',
          summary: 'Как делают, описывают и хранят сканы.',
          body: 'Беседа идёт в прямом эфире; вопросы можно прислать заранее.',
        },
      },
    },
  },
  {
    ...{ key: 'film', publishAt: at(-12, 10), cover: 'film' },
    content: {
      category: 'events',
      showings: [{ startsAt: at(20, 18), endsAt: at(20, 20) }],
      occurrence: 'postponed',
      place: places.hall,
      translations: {
        az: {
          title: 'Açıq səma altında film',
          body: 'Hava şəraitinə görə film göstərişi təxirə salınıb; yeni tarix elan olunacaq.',
        },
        en: {
          title: 'A film under the open sky',
          body: 'The screening is postponed because of the weather; a new date will be announced.',
        },
        ru: { title: 'Кино под открытым небом', body: 'Показ отложен из-за погоды; о новой дате сообщим.' },
      },
    },
  },
  {
    ...{ key: 'awards', publishAt: at(-20, 12), cover: 'awards' },
    inText: [
      {
        cover: 'workshop',
        caption: {
          az: 'Rəsmlər münsiflərin masasında',
          en: 'Drawings on the table of the jury',
          ru: 'Рисунки на столе жюри',
        },
      },
      {
        cover: 'scans',
        caption: { az: 'Foyedə asılmış rəsmlər', en: 'Drawings in the hall', ru: 'Рисунки в фойе' },
      },
    ],
    content: {
      category: 'events',
      campaign: 'drawings-2022',
      showings: [{ startsAt: day(-20) }],
      place: places.hall,
      translations: {
        az: {
          title: 'Şagirdlərin rəsm müsabiqəsinin qalibləri mükafatlandırılıb',
          body: 'Səfirliklə birgə keçirilən müsabiqədə **100-ə yaxın şagird** iştirak edib.\n\nSeçilmiş rəsmlər nazirliyin foyesində nümayiş etdirilir.',
        },
        en: {
          title: 'Winners of the schoolchildren’s drawing competition receive their awards',
          body: 'About **100 schoolchildren** took part in the competition, held together with the embassy.\n\nThe selected drawings are on display in the hall of the ministry.',
        },
        ru: {
          title: 'Победители конкурса школьных рисунков получили награды',
          body: 'В конкурсе, проведённом вместе с посольством, участвовало **около 100 школьников**.\n\nИзбранные рисунки показаны в фойе министерства.',
        },
      },
    },
  },
  {
    ...{ key: 'scans', publishAt: at(-5, 10), cover: 'scans' },
    content: {
      category: 'news',
      translations: {
        az: {
          title: 'Kolleksiyanın ilk iki min skanı yayımlandı',
          summary: 'Hər əsər yaxından, ən kiçik detalına qədər görünür.',
          body: 'Skanlar açıqdır: onlara baxmaq, böyütmək və IIIF ilə öz proqramında açmaq olar.',
        },
        en: {
          title: 'The first two thousand scans of the collection are public',
          summary: 'Each work can be seen closely, down to the smallest detail.',
          body: 'The scans are open: look at them, zoom in, and open them in a program of your own by IIIF.',
        },
        ru: {
          title: 'Опубликованы первые две тысячи сканов коллекции',
          summary: 'Каждую работу можно рассмотреть вблизи, до мельчайшей детали.',
          body: 'Сканы открыты: их можно смотреть, увеличивать и открывать в своей программе по IIIF.',
        },
      },
    },
  },
  {
    ...{ key: 'hours', publishAt: at(-8, 9) },
    content: {
      category: 'announcements',
      translations: {
        az: { title: 'Qış saatları', body: 'Gələn aydan muzey 10:00-dan 18:00-dək açıqdır. Bazar ertəsi bağlıdır.' },
        en: {
          title: 'Winter hours',
          body: 'From next month the museum is open from 10:00 to 18:00. It is closed on Mondays.',
        },
        ru: {
          title: 'Зимние часы',
          body: 'Со следующего месяца музей открыт с 10:00 до 18:00. По понедельникам закрыто.',
        },
      },
    },
  },
  {
    ...{ key: 'course', publishAt: '2024-07-24T08:00:00Z' },
    content: {
      category: 'events',
      translations: {
        en: { title: 'Training course on open government', body: 'An item that exists in English only.' },
      },
    },
  },
  {
    ...{ key: 'campaign', publishAt: '2024-03-14T08:00:00Z' },
    content: {
      category: 'news',
      translations: {
        az: { title: '“Birlikdə gələcəyə” kampaniyası başa çatdı', body: 'Yalnız Azərbaycan dilində olan xəbər.' },
      },
    },
  },
];
