import type { InLanguages } from '../words/words.ts';

const en = {
  title: 'Consent',
  guardian: 'Who has agreed',
  grantedOn: 'Agreed on',
  expiresOn: 'Holds until',
  image: 'The picture may be shown in public',
  name: 'The name may be shown',
  forms: {
    full: 'In full',
    initial: 'First name and initial',
    first: 'First name only',
    none: 'Not at all',
  },
  detailsHelp: 'Beside the work may stand:',
  details: { school: 'the school', region: 'the region', age: 'the age' },
  adult:
    'None is needed: the artist is of age. Without one, the picture, the name in full, school, region and age may be shown.',
  enter: 'Enter a consent',
  leaveOut: 'Leave the consent out',
  shownAs: 'How the artist will stand beside the work',
};

type ConsentWords = typeof en;

const az: ConsentWords = {
  title: 'Razılıq',
  guardian: 'Kim razılıq verib',
  grantedOn: 'Verildiyi gün',
  expiresOn: 'Qüvvədədir (son gün)',
  image: 'Şəkil ictimaiyyətə göstərilə bilər',
  name: 'Ad necə göstərilə bilər',
  forms: {
    full: 'Tam',
    initial: 'Ad və soyadın baş hərfi',
    first: 'Yalnız ad',
    none: 'Göstərilmir',
  },
  detailsHelp: 'Əsərin yanında göstərilə bilər:',
  details: { school: 'məktəb', region: 'bölgə', age: 'yaş' },
  adult:
    'Tələb olunmur: müəllif yetkinlik yaşına çatıb. Razılıq olmadan da şəkil, tam ad, məktəb, bölgə və yaş göstərilə bilər.',
  enter: 'Razılığı daxil et',
  leaveOut: 'Razılıqsız saxla',
  shownAs: 'Müəllif əsərin yanında belə göstəriləcək',
};

const ru: ConsentWords = {
  title: 'Согласие',
  guardian: 'Кто дал согласие',
  grantedOn: 'Когда дано',
  expiresOn: 'Действует по',
  image: 'Изображение можно показывать публично',
  name: 'Имя можно показывать',
  forms: {
    full: 'Полностью',
    initial: 'Имя и первую букву фамилии',
    first: 'Только имя',
    none: 'Нельзя',
  },
  detailsHelp: 'Рядом с работой можно указать:',
  details: { school: 'школу', region: 'регион', age: 'возраст' },
  adult:
    'Не требуется: автор совершеннолетний. И без согласия можно показывать изображение, полное имя, школу, регион и возраст.',
  enter: 'Внести согласие',
  leaveOut: 'Не вносить согласие',
  shownAs: 'Как автор будет указан рядом с работой',
};

/** The words of a consent. */
export const consentWords: InLanguages<ConsentWords> = { az, en, ru };
