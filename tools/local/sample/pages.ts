import type { Days } from './days.ts';
import type { SampleEvent } from './events.ts';

/** Pages and a notice of the sample, in three languages. */
export const samplePages = ({ at }: Days): SampleEvent[] => [
  {
    ...{ key: 'about', publishAt: at(-90, 9), cover: 'scans' },
    content: {
      kind: 'page',
      translations: {
        az: {
          title: 'Haqqımızda',
          slug: 'haqqimizda',
          summary: 'Sərgi zalı, emalatxana və kitabxana: hər kəs üçün açıq ev.',
          body: 'Biz **1978-ci ildən** bəri rəssamların, musiqiçilərin və məktəblilərin işini göstəririk.\n\n## Nə edirik\n\n- ildə on iki sərgi\n- hər şənbə uşaqlar üçün emalatxana\n- mühazirələr, konsertlər və film axşamları\n\n## Komanda\n\nEvdə on yeddi nəfər çalışır. Suallarınızı **salam@example.org** ünvanına yazın.',
        },
        en: {
          title: 'About us',
          slug: 'about',
          summary: 'An exhibition hall, a studio and a library: a house that is open to everybody.',
          body: '**Since 1978** we have shown the work of artists, musicians and pupils.\n\n## What we do\n\n- twelve exhibitions a year\n- a workshop for children every Saturday\n- talks, concerts and film evenings\n\n## The team\n\nSeventeen people work in the house. Write to **hello@example.org** with your questions.',
        },
        ru: {
          title: 'О нас',
          slug: 'o-nas',
          summary: 'Выставочный зал, мастерская и библиотека: дом, открытый для всех.',
          body: '**С 1978 года** мы показываем работы художников, музыкантов и школьников.\n\n## Чем мы занимаемся\n\n- двенадцать выставок в год\n- мастерская для детей каждую субботу\n- лекции, концерты и киновечера\n\n## Команда\n\nВ доме работают семнадцать человек. Вопросы пишите на **privet@example.org**.',
        },
      },
    },
  },
  {
    ...{ key: 'visit', publishAt: at(-89, 9), cover: 'night' },
    content: {
      kind: 'page',
      translations: {
        az: {
          title: 'Ziyarət',
          slug: 'ziyaret',
          summary: 'İş saatları, biletlər və bizə necə gəlmək olar.',
          body: '## İş saatları\n\n| Gün | Saat |\n| --- | --- |\n| Çərşənbə axşamı – cümə | 10:00–18:00 |\n| Şənbə, bazar | 11:00–19:00 |\n| Bazar ertəsi | bağlıdır |\n\n## Bilet\n\nDaimi sərgiyə giriş **pulsuzdur**. Konsertlərin qiyməti öz səhifəsindədir.\n\n## Əlçatanlıq\n\nGirişdə pandus, binada lift var. İt-bələdçilər bizim qonağımızdır.',
        },
        en: {
          title: 'Visit',
          slug: 'visit',
          summary: 'Opening hours, tickets and how to find us.',
          body: '## Opening hours\n\n| Day | Hours |\n| --- | --- |\n| Tuesday to Friday | 10:00–18:00 |\n| Saturday and Sunday | 11:00–19:00 |\n| Monday | closed |\n\n## Tickets\n\nThe permanent exhibition is **free**. What a concert costs is said on its page.\n\n## Access\n\nThere is a ramp at the entrance and a lift in the building. Guide dogs are welcome.',
        },
        ru: {
          title: 'Посетителям',
          slug: 'posetitelyam',
          summary: 'Часы работы, билеты и как нас найти.',
          body: '## Часы работы\n\n| День | Часы |\n| --- | --- |\n| Вторник – пятница | 10:00–18:00 |\n| Суббота, воскресенье | 11:00–19:00 |\n| Понедельник | закрыто |\n\n## Билеты\n\nВход на постоянную выставку **бесплатный**. Цена концерта указана на его странице.\n\n## Доступность\n\nУ входа есть пандус, в здании — лифт. Собаки-поводыри у нас желанные гости.',
        },
      },
    },
  },
  {
    ...{ key: 'notice', publishAt: at(-1, 9), unpublishAt: at(6, 19) },
    content: {
      kind: 'notice',
      notice: { level: 'info' },
      translations: {
        az: { title: 'Bu həftə ikinci mərtəbə bağlıdır.', summary: 'Emalatxanalar birinci mərtəbədə keçirilir.' },
        en: {
          title: 'The second floor is closed this week.',
          summary: 'Workshops take place on the first floor.',
        },
        ru: { title: 'На этой неделе второй этаж закрыт.', summary: 'Мастерские проходят на первом этаже.' },
      },
    },
  },
];
