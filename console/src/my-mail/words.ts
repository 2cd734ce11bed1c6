import type { MailKind } from '../../../shared/model/staff/mail.ts';
import type { InLanguages } from '../words/words.ts';

const en = {
  title: 'My mail',
  intro: (from: string) =>
    `What is worth knowing comes by e-mail from ${from}, a minute after it happens and only once. Of texts and exhibitions it has the title alone, of entries only how many.`,
  unsent: 'This installation sends no e-mail to the staff. What you choose here counts once it does.',
  kinds: 'Tell me when',
  kind: {
    review: 'a text waits for review',
    returned: 'a text that I had sent for review is sent back',
    consent: 'consents end within 30 days (on Mondays, how many they are)',
    failure: 'a publication or background work of mine has failed',
  } satisfies Record<MailKind, string>,
  failures: 'any publication or background work has failed',
  language: 'Language of the mail',
  ofAccount: 'The language in which I was invited',
  save: 'Save',
  saved: 'It is saved.',
};

export const myMailWords: InLanguages<typeof en> = {
  en,
  az: {
    title: 'Mənə gələn məktublar',
    intro: (from) =>
      `Bilməyə dəyən xəbərlər baş verəndən bir dəqiqə sonra və yalnız bir dəfə e-poçtla gəlir (göndərən: ${from}). Məktubda mətnlərin və sərgilərin yalnız başlığı, işlərin isə yalnız sayı olur.`,
    unsent:
      'Bu quraşdırma əməkdaşlara məktub göndərmir. Burada seçdikləriniz məktublar göndərilməyə başlayanda qüvvəyə minəcək.',
    kinds: 'Mənə xəbər verin:',
    kind: {
      review: 'mətn yoxlama gözləyəndə',
      returned: 'yoxlamaya göndərdiyim mətn geri göndəriləndə',
      consent: '30 gün ərzində bitən razılıqlar olanda (bazar ertəsi günləri, sayı ilə)',
      failure: 'başladığım dərc və ya fon əməliyyatı alınmayanda',
    },
    failures: 'hər hansı dərc və ya fon əməliyyatı alınmayanda',
    language: 'Məktubların dili',
    ofAccount: 'Dəvət olunduğum dil',
    save: 'Yadda saxla',
    saved: 'Yadda saxlanıldı.',
  },
  ru: {
    title: 'Мои письма',
    intro: (from) =>
      `О важном приходит письмо с адреса ${from}: через минуту после события и только один раз. От текстов и выставок в письмах только заголовок, от работ — только их число.`,
    unsent: 'Эта установка не отправляет писем сотрудникам. Ваш выбор вступит в силу, когда письма появятся.',
    kinds: 'Сообщать мне, когда',
    kind: {
      review: 'текст ждёт проверки',
      returned: 'возвращён текст, который я отправлял(а) на проверку',
      consent: 'согласия кончаются в течение 30 дней (по понедельникам, сколько их)',
      failure: 'не удались мои публикация или фоновая работа',
    },
    failures: 'не удались любая публикация или фоновая работа',
    language: 'Язык писем',
    ofAccount: 'Язык, на котором пришло приглашение',
    save: 'Сохранить',
    saved: 'Сохранено.',
  },
};
