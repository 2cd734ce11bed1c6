import type { JobKind } from '../../shared/model/staff/job.ts';
import type { MailKind } from '../../shared/model/staff/mail.ts';
import type { Language } from '../../shared/refusals/language.ts';

/** What a mail of one kind says. */
interface KindWords {
  /** About one thing, by its title, or about several. */
  readonly subject: (title: string, count: number) => string;
  readonly about: string;
}

interface ConsentWords {
  readonly subject: (count: number) => string;
  /** How many end, and when the first one does. */
  readonly about: (count: number, day: string) => string;
  readonly list: string;
}

/** What mails to the staff say. */
export interface MailWords extends Readonly<Record<Exclude<MailKind, 'consent'>, KindWords>> {
  readonly greeting: string;
  readonly untitled: string;
  readonly exhibition: (title: string) => string;
  readonly jobs: Readonly<Record<JobKind, string>>;
  readonly consent: ConsentWords;
  /** Stands before the address where mails are switched off. */
  readonly settings: string;
}

const en: MailWords = {
  greeting: 'Hello,',
  untitled: '(untitled)',
  review: {
    subject: (title, count) => (count === 1 ? `To be reviewed: ${title}` : `To be reviewed: ${count} texts`),
    about: 'What follows was sent for review. You may publish it or send it back:',
  },
  returned: {
    subject: (title, count) => (count === 1 ? `Sent back: ${title}` : `Sent back: ${count} texts`),
    about: 'What follows was sent back to you from review. Where there is a note, it stands beside the text:',
  },
  failure: {
    subject: (title, count) => (count === 1 ? `Not done: ${title}` : `Not done: ${count} tasks`),
    about: 'What follows could not be done and will not be tried again by itself. The page says more:',
  },
  exhibition: (title) => `Exhibition “${title}”`,
  jobs: {
    rebuild: 'Public pages rebuilt',
    settings: 'Change of the settings',
    import: 'Import of an archive',
    events: 'Change of several events',
  },
  consent: {
    subject: (count) => `Consents that end within 30 days: ${count}`,
    about: (count, day) =>
      `Consents that end within 30 days: ${count}. The first of them ends on ${day}. What a consent allows leaves the public by itself once it has ended: ask for another one in time.`,
    list: 'Consents that end soon',
  },
  settings: 'Which mails you get, and in which language, you choose here:',
};

const az: MailWords = {
  greeting: 'Salam,',
  untitled: '(başlıqsız)',
  review: {
    subject: (title, count) => (count === 1 ? `Yoxlama gözləyir: ${title}` : `Yoxlama gözləyir: ${count} mətn`),
    about: 'Aşağıdakılar yoxlamaya göndərilib. Onları dərc edə və ya geri göndərə bilərsiniz:',
  },
  returned: {
    subject: (title, count) => (count === 1 ? `Geri göndərilib: ${title}` : `Geri göndərilib: ${count} mətn`),
    about: 'Aşağıdakılar yoxlamadan sizə geri göndərilib. Qeyd varsa, mətnin yanındadır:',
  },
  failure: {
    subject: (title, count) => (count === 1 ? `Alınmadı: ${title}` : `Alınmadı: ${count} iş`),
    about: 'Aşağıdakılar alınmadı və özü-özünə təkrarlanmayacaq. Ətraflı məlumat səhifədədir:',
  },
  exhibition: (title) => `«${title}» sərgisi`,
  jobs: {
    rebuild: 'Açıq səhifələrin yenidən qurulması',
    settings: 'Ayarların dəyişdirilməsi',
    import: 'Arxivin idxalı',
    events: 'Bir neçə tədbir üzrə əməliyyat',
  },
  consent: {
    subject: (count) => `30 gün ərzində bitən razılıqlar: ${count}`,
    about: (count, day) =>
      `30 gün ərzində bitən razılıqlar: ${count}. İlk bitmə tarixi: ${day}. Razılıq bitəndən sonra onun icazə verdiyi hər şey saytdan özü çıxır: vaxtında yenisini istəyin.`,
    list: 'Tezliklə bitən razılıqlar',
  },
  settings: 'Hansı məktubları və hansı dildə alacağınızı burada seçirsiniz:',
};

const russianPlural = new Intl.PluralRules('ru');

/** A number with its noun in the right form. */
const counted = (count: number, forms: { one: string; few: string; many: string }): string => {
  const form = russianPlural.select(count);
  return `${count} ${form === 'one' || form === 'few' ? forms[form] : forms.many}`;
};

const texts = { one: 'текст', few: 'текста', many: 'текстов' };

const ru: MailWords = {
  greeting: 'Здравствуйте!',
  untitled: '(без названия)',
  review: {
    subject: (title, count) => (count === 1 ? `Ждёт проверки: ${title}` : `На проверку: ${counted(count, texts)}`),
    about: 'То, что перечислено ниже, отправлено на проверку. Вы можете это опубликовать или вернуть:',
  },
  returned: {
    subject: (title, count) => (count === 1 ? `Возвращено: ${title}` : `Возвращено: ${counted(count, texts)}`),
    about: 'То, что перечислено ниже, вернули вам с проверки. Если есть заметка, она рядом с текстом:',
  },
  failure: {
    subject: (title, count) =>
      count === 1
        ? `Не удалось: ${title}`
        : `Не удалось: ${counted(count, { one: 'задача', few: 'задачи', many: 'задач' })}`,
    about: 'То, что перечислено ниже, не удалось, и само повторяться не будет. Подробности на странице:',
  },
  exhibition: (title) => `Выставка «${title}»`,
  jobs: {
    rebuild: 'Обновление публичных страниц',
    settings: 'Изменение настроек',
    import: 'Импорт архива',
    events: 'Действие над несколькими мероприятиями',
  },
  consent: {
    subject: (count) => `Согласия, которые кончаются в течение 30 дней: ${count}`,
    about: (count, day) =>
      `Согласия, которые кончаются в течение 30 дней: ${count}. Первое кончается ${day}. Когда согласие кончилось, всё, что оно разрешает, само уходит с сайта: попросите новое вовремя.`,
    list: 'Согласия, которые скоро кончаются',
  },
  settings: 'Какие письма получать и на каком языке, вы выбираете здесь:',
};

/** By language: that of the person who gets the mail. */
export const mailWords: Readonly<Record<Language, MailWords>> = { en, az, ru };
