import type { ExhibitionStatus } from '../../../shared/model/exhibition-status.ts';
import type { InLanguages } from '../words/words.ts';

const en = {
  title: 'Exhibitions',
  back: 'All exhibitions',
  screens: 'Screens of this exhibition',
  tabs: {
    about: 'Text and publication',
    entries: 'Entries',
    jury: 'Jury',
    selection: 'Selection',
    hall: 'For the hall',
  },
  status: 'Status',
  statuses: {
    draft: 'Draft',
    open: 'Entries are taken',
    selection: 'Entries are closed',
    scheduled: 'Scheduled',
    published: 'Published',
    withdrawn: 'Withdrawn',
    archived: 'Archived',
  } satisfies Record<ExhibitionStatus, string>,
  blind: 'Rated blind',
  statusMeans: {
    draft: 'It is being prepared. Entries can be entered already; the public sees nothing.',
    open: 'Works are entered and checked. The public sees nothing yet.',
    selection: 'Entries are closed: the jury rates, and editors select. The public sees nothing yet.',
    scheduled: 'Everything is ready. It becomes public by itself.',
    published: 'Readers see it.',
    withdrawn: 'It was public, and is no more. Text and works stay here.',
    archived: 'It is in no list, and nothing of it can be changed. Nothing is deleted.',
  } satisfies Record<ExhibitionStatus, string>,
  days: (days: string) => `Open: ${days}`,
  publicIn: (languages: string, since: string) => `Languages of the publication: ${languages}. Public from ${since}.`,
  none: 'There is no such exhibition.',
};

export type ExhibitionWords = typeof en;

/** What all screens of exhibitions say. */
export const exhibitionWords: InLanguages<ExhibitionWords> = {
  en,
  az: {
    title: 'Sərgilər',
    back: 'Bütün sərgilər',
    screens: 'Bu sərginin səhifələri',
    tabs: { about: 'Mətn və dərc', entries: 'Əsərlər', jury: 'Münsiflər', selection: 'Seçim', hall: 'Zal üçün' },
    status: 'Vəziyyət',
    statuses: {
      draft: 'Qaralama',
      open: 'İşlər qəbul olunur',
      selection: 'Qəbul bitib',
      scheduled: 'Planlaşdırılıb',
      published: 'Dərc olunub',
      withdrawn: 'Dərcdən çıxarılıb',
      archived: 'Arxivdə',
    },
    blind: 'Adsız qiymətləndirmə',
    statusMeans: {
      draft: 'Sərgi hazırlanır. İşləri artıq daxil etmək olar, ictimaiyyət heç nə görmür.',
      open: 'İşlər daxil edilir və yoxlanılır. İctimaiyyət hələ heç nə görmür.',
      selection: 'İşlərin qəbulu bitib: münsiflər qiymətləndirir, redaktorlar seçir. İctimaiyyət hələ heç nə görmür.',
      scheduled: 'Hər şey hazırdır. Sərgi vaxtı çatanda özü dərc olunacaq.',
      published: 'Oxucular sərgini görür.',
      withdrawn: 'Dərc olunmuşdu, artıq görünmür. Mətn və işlər burada qalır.',
      archived: 'Siyahılarda görünmür və dəyişdirilə bilməz. Heç nə silinməyib.',
    },
    days: (days) => `Açıqdır: ${days}`,
    publicIn: (languages, since) => `Dərcin dilləri: ${languages}. Dərc vaxtı: ${since}.`,
    none: 'Belə sərgi yoxdur.',
  },
  ru: {
    title: 'Выставки',
    back: 'Все выставки',
    screens: 'Страницы этой выставки',
    tabs: { about: 'Текст и публикация', entries: 'Работы', jury: 'Жюри', selection: 'Отбор', hall: 'Для зала' },
    status: 'Состояние',
    statuses: {
      draft: 'Черновик',
      open: 'Приём работ',
      selection: 'Приём закончен',
      scheduled: 'Запланирована',
      published: 'Опубликована',
      withdrawn: 'Снята с публикации',
      archived: 'В архиве',
    },
    blind: 'Оценка без имён',
    statusMeans: {
      draft: 'Выставка готовится. Работы уже можно вносить, читатели ничего не видят.',
      open: 'Работы вносят и проверяют. Читатели пока ничего не видят.',
      selection: 'Приём работ закончен: жюри оценивает, редакторы отбирают. Читатели пока ничего не видят.',
      scheduled: 'Всё готово. В назначенное время выставка откроется сама.',
      published: 'Читатели её видят.',
      withdrawn: 'Была опубликована и больше не видна. Текст и работы остаются здесь.',
      archived: 'Её нет в списках, и изменить её нельзя. Ничего не удалено.',
    },
    days: (days) => `Открыта: ${days}`,
    publicIn: (languages, since) => `Языки публикации: ${languages}. Время публикации: ${since}.`,
    none: 'Такой выставки нет.',
  },
};
