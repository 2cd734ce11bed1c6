import type { Language } from '../../refusals/language.ts';

/**
 * What each column of a sheet says, and what it may hold; `title`, `description` and `alt` stand there once for each
 * language.
 */
const en = {
  file: 'The name of the scan in the folder. This column is required.',
  entryNumber: 'The number of the entry: 1 to 999,999. Empty: the next free one.',
  title: 'The title in this language: one line, up to 300 characters.',
  description: 'A text about the work in this language: up to 5,000 characters.',
  alt: 'What the picture shows, for those who cannot see it: up to 1,000 characters.',
  artist: 'Who made it, the given name first.',
  age: 'The age in years when the work was entered: 1 to 120.',
  school: 'The school.',
  region: 'The region or town.',
  isMinor: 'Whether the artist is under 18: yes or no. A minor needs a consent before the work can be shown.',
  guardian: 'Who has agreed. Never shown.',
  consentGrantedOn: 'The first day of the consent: 2024-09-01 or 1.9.2024. Not in the future.',
  consentExpiresOn: 'The last day of the consent, written in the same way.',
  consentImage: 'Whether the picture may be shown: yes or no.',
  consentName: 'How the name may appear: full, initial (Aysel M.), first (Aysel) or none.',
  consentSchool: 'Whether the school may stand beside the picture: yes or no. Empty: only beside a name in full.',
  consentRegion: 'Whether the region may stand beside the picture: yes or no. Empty: only beside a name in full.',
  consentAge: 'Whether the age may stand beside the picture: yes or no. Empty: only beside a name in full.',
  medium: 'The technique: one line.',
  year: 'The year in which it was made: 1000 to 2999.',
};

export type NotedColumn = keyof typeof en;

const az: Record<NotedColumn, string> = {
  file: 'Skanın qovluqdakı adı. Bu sütun mütləqdir.',
  entryNumber: 'Əsərin nömrəsi: 1-dən 999 999-a qədər. Boşdursa, növbəti boş nömrə.',
  title: 'Bu dildə başlıq: bir sətir, ən çoxu 300 işarə.',
  description: 'Bu dildə əsər haqqında mətn: ən çoxu 5000 işarə.',
  alt: 'Şəkli görə bilməyənlər üçün orada nə olduğu: ən çoxu 1000 işarə.',
  artist: 'Müəllif: əvvəlcə ad, sonra soyad.',
  age: 'Əsər təqdim ediləndə yaşı: 1-dən 120-yə qədər.',
  school: 'Məktəb.',
  region: 'Bölgə və ya şəhər.',
  isMinor: 'Müəllif 18 yaşından kiçikdirmi: bəli və ya xeyr. Elədirsə, əsər yalnız razılıqla göstərilə bilər.',
  guardian: 'Razılığı kim verib. Heç vaxt göstərilmir.',
  consentGrantedOn: 'Razılığın ilk günü: 2024-09-01 və ya 1.9.2024. Gələcək gün ola bilməz.',
  consentExpiresOn: 'Razılığın son günü, eyni qaydada yazılır.',
  consentImage: 'Şəkil göstərilə bilərmi: bəli və ya xeyr.',
  consentName: 'Ad necə göstərilə bilər: full (tam), initial (Aysel M.), first (Aysel) və ya none (göstərilmir).',
  consentSchool: 'Məktəb şəklin yanında yazıla bilərmi: bəli və ya xeyr. Boşdursa, yalnız tam adın yanında.',
  consentRegion: 'Bölgə şəklin yanında yazıla bilərmi: bəli və ya xeyr. Boşdursa, yalnız tam adın yanında.',
  consentAge: 'Yaş şəklin yanında yazıla bilərmi: bəli və ya xeyr. Boşdursa, yalnız tam adın yanında.',
  medium: 'Texnika: bir sətir.',
  year: 'Yaradıldığı il: 1000-dən 2999-a qədər.',
};

const ru: Record<NotedColumn, string> = {
  file: 'Имя скана в папке. Этот столбец обязателен.',
  entryNumber: 'Номер работы: от 1 до 999 999. Пусто — следующий свободный.',
  title: 'Название на этом языке: одна строка, до 300 знаков.',
  description: 'Текст о работе на этом языке: до 5000 знаков.',
  alt: 'Что изображено, для тех, кто не видит: до 1000 знаков.',
  artist: 'Автор: сначала имя, потом фамилия.',
  age: 'Возраст в годах, когда работа была подана: от 1 до 120.',
  school: 'Школа.',
  region: 'Регион или город.',
  isMinor: 'Младше ли автор 18 лет: да или нет. Тогда работу можно показывать только с согласием.',
  guardian: 'Кто дал согласие. Никогда не показывается.',
  consentGrantedOn: 'Первый день согласия: 2024-09-01 или 1.9.2024. Не в будущем.',
  consentExpiresOn: 'Последний день согласия, пишется так же.',
  consentImage: 'Можно ли показывать изображение: да или нет.',
  consentName: 'Как можно указать имя: full (полностью), initial (Айсель М.), first (Айсель) или none (никак).',
  consentSchool: 'Можно ли указать школу рядом с изображением: да или нет. Пусто — только при полном имени.',
  consentRegion: 'Можно ли указать регион рядом с изображением: да или нет. Пусто — только при полном имени.',
  consentAge: 'Можно ли указать возраст рядом с изображением: да или нет. Пусто — только при полном имени.',
  medium: 'Техника: одна строка.',
  year: 'Год создания: от 1000 до 2999.',
};

/** The notes on the columns, in their order. */
export const columnNotes: Readonly<Record<Language, Readonly<Record<NotedColumn, string>>>> = { az, en, ru };
