import type { InLanguages } from '../../words/words.ts';

const en = {
  sections: { days: 'When it can be seen', about: 'Who and what else', terms: 'Rights and jury' },
  opensOnHelp: 'The first day for visitors. Needed for publication.',
  closesOnHelp: 'The last day. Left empty, it stays open.',
  openingHoursHelp: 'In words: “Daily from 10 to 18, closed on Mondays”.',
  firstWork: 'The first work of the selection',
  work: (number: number, title: string) => `Work ${number}${title ? `: ${title}` : ''}`,
  otherCover: 'One that is not there any more',
  coverHelp: 'It stands for the exhibition in lists and when the page is shared.',
  eventsHelp: 'Its page names them: the opening, a guided tour, a workshop.',
  findEvent: 'Find an event by its title',
  foundEvents: 'Events that were found',
  someEvent: 'An event',
  nthEvent: (n: number) => `Event ${n}`,
  eventAdded: (title: string) => `Added: ${title}`,
  rightsHelp: 'What others may do with the pictures of the works. Viewers and search engines read it.',
  rights: {
    'http://rightsstatements.org/vocab/InC/1.0/': 'In copyright: ask before using them',
    'http://rightsstatements.org/vocab/InC-EDU/1.0/': 'In copyright, free for teaching and research',
    'http://creativecommons.org/licenses/by/4.0/': 'Free with the name of the artist (CC BY 4.0)',
    'http://creativecommons.org/licenses/by-sa/4.0/': 'Free with the name, and under the same terms (CC BY-SA 4.0)',
    'http://creativecommons.org/licenses/by-nc/4.0/': 'Free with the name, not for sale (CC BY-NC 4.0)',
    'http://creativecommons.org/licenses/by-nc-nd/4.0/':
      'Free with the name, unchanged, not for sale (CC BY-NC-ND 4.0)',
    'http://creativecommons.org/publicdomain/zero/1.0/': 'Free without conditions (CC0)',
    'http://creativecommons.org/publicdomain/mark/1.0/': 'In the public domain',
  },
  blindHelp:
    'The jury sees works and numbers that are drawn when entries are closed, and never whose a work is. It can be changed until the first work is entered.',
  /** Why it cannot be changed. */
  blindFixed: {
    works: 'Works have been entered: it cannot be changed any more.',
    closed: 'Entries are closed: it cannot be changed any more.',
    editors: 'Editors say whether the rating is blind.',
  },
};

type ExhibitionFieldWords = typeof en;

/** What the fields of an exhibition say, beside those that events have too. */
export const exhibitionFieldWords: InLanguages<ExhibitionFieldWords> = {
  en,
  az: {
    sections: { days: 'Nə vaxt görmək olar', about: 'Təşkilatçılar və tədbirlər', terms: 'Hüquqlar və münsiflər' },
    opensOnHelp: 'Ziyarətçilər üçün ilk gün. Dərc üçün lazımdır.',
    closesOnHelp: 'Son gün. Boş qalarsa, sərgi açıq qalır.',
    openingHoursHelp: 'Sözlə: “Hər gün 10:00–18:00, bazar ertəsi bağlıdır”.',
    firstWork: 'Seçimdəki ilk əsər',
    work: (number, title) => `${number} nömrəli əsər${title ? `: ${title}` : ''}`,
    otherCover: 'Artıq olmayan şəkil',
    coverHelp: 'Siyahılarda və səhifə paylaşılanda sərgini təmsil edir.',
    eventsHelp: 'Sərginin səhifəsində göstərilir: açılış, ekskursiya, emalatxana.',
    findEvent: 'Tədbiri başlığına görə tapın',
    foundEvents: 'Tapılan tədbirlər',
    someEvent: 'Tədbir',
    nthEvent: (n) => `${n}-ci sıradakı tədbir`,
    eventAdded: (title) => `Əlavə olundu: ${title}`,
    rightsHelp: 'Başqaları əsərlərin şəkillərindən necə istifadə edə bilər. Bunu axtarış sistemləri də oxuyur.',
    rights: {
      'http://rightsstatements.org/vocab/InC/1.0/': 'Müəllif hüququ qorunur: istifadə üçün icazə alınmalıdır',
      'http://rightsstatements.org/vocab/InC-EDU/1.0/': 'Müəllif hüququ qorunur, tədris və tədqiqat üçün sərbəstdir',
      'http://creativecommons.org/licenses/by/4.0/': 'Müəllifin adı göstərilməklə sərbəst (CC BY 4.0)',
      'http://creativecommons.org/licenses/by-sa/4.0/': 'Adı göstərilməklə və eyni şərtlərlə sərbəst (CC BY-SA 4.0)',
      'http://creativecommons.org/licenses/by-nc/4.0/': 'Adı göstərilməklə, satmadan sərbəst (CC BY-NC 4.0)',
      'http://creativecommons.org/licenses/by-nc-nd/4.0/':
        'Adı göstərilməklə, dəyişmədən və satmadan sərbəst (CC BY-NC-ND 4.0)',
      'http://creativecommons.org/publicdomain/zero/1.0/': 'Şərtsiz sərbəst (CC0)',
      'http://creativecommons.org/publicdomain/mark/1.0/': 'İctimai mülkiyyətdədir',
    },
    blindHelp:
      'Münsiflər yalnız əsərləri və qəbul bağlananda püşklə verilən nömrələri görür, əsərin kimə məxsus olduğunu görmür. İlk əsər daxil edilənə qədər dəyişmək olar.',
    blindFixed: {
      works: 'Əsərlər artıq daxil edilib: bunu dəyişmək olmaz.',
      closed: 'Əsərlərin qəbulu bağlanıb: bunu dəyişmək olmaz.',
      editors: 'Bunu redaktorlar müəyyən edir.',
    },
  },
  ru: {
    sections: { days: 'Когда можно увидеть', about: 'Организаторы и события', terms: 'Права и жюри' },
    opensOnHelp: 'Первый день для посетителей. Нужен для публикации.',
    closesOnHelp: 'Последний день. Если оставить пустым, выставка не закрывается.',
    openingHoursHelp: 'Словами: «Ежедневно с 10 до 18, кроме понедельника».',
    firstWork: 'Первая работа отбора',
    work: (number, title) => `Работа № ${number}${title ? `: ${title}` : ''}`,
    otherCover: 'То, чего больше нет',
    coverHelp: 'Представляет выставку в списках и когда страницей делятся.',
    eventsHelp: 'Их называет страница выставки: открытие, экскурсия, мастерская.',
    findEvent: 'Найти событие по заголовку',
    foundEvents: 'Найденные события',
    someEvent: 'Событие',
    nthEvent: (n) => `Событие ${n}`,
    eventAdded: (title) => `Добавлено: ${title}`,
    rightsHelp: 'Что другие могут делать с изображениями работ. Это читают и поисковые системы.',
    rights: {
      'http://rightsstatements.org/vocab/InC/1.0/': 'Охраняется авторским правом: нужно разрешение',
      'http://rightsstatements.org/vocab/InC-EDU/1.0/': 'Охраняется, свободно для обучения и исследований',
      'http://creativecommons.org/licenses/by/4.0/': 'Свободно с указанием имени (CC BY 4.0)',
      'http://creativecommons.org/licenses/by-sa/4.0/': 'Свободно с именем и на тех же условиях (CC BY-SA 4.0)',
      'http://creativecommons.org/licenses/by-nc/4.0/': 'Свободно с именем, не для продажи (CC BY-NC 4.0)',
      'http://creativecommons.org/licenses/by-nc-nd/4.0/':
        'Свободно с именем, без изменений, не для продажи (CC BY-NC-ND 4.0)',
      'http://creativecommons.org/publicdomain/zero/1.0/': 'Свободно без условий (CC0)',
      'http://creativecommons.org/publicdomain/mark/1.0/': 'Общественное достояние',
    },
    blindHelp:
      'Жюри видит только работы и номера, которые выпадают по жребию, когда приём закрывают, и не знает, чья это работа. Это можно изменить, пока не внесена первая работа.',
    blindFixed: {
      works: 'Работы уже внесены: изменить это больше нельзя.',
      closed: 'Приём работ закрыт: изменить это больше нельзя.',
      editors: 'Это решают редакторы.',
    },
  },
};
