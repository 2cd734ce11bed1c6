import type { Language } from '../../shared/refusals/language.ts';

interface Words {
  readonly subject: string;
  readonly greeting: string;
  readonly about: string;
  readonly address: string;
  readonly password: string;
  readonly days: string;
  readonly next: string;
}

/** What an invitation says; the pages for signing in speak neither Azerbaijani nor Russian. */
export const invitationWords: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'Your account for the console',
    greeting: 'Hello,',
    about: 'an account was made for you, by which you work on the site with your colleagues. Sign in here:',
    address: 'E-mail',
    password: 'Temporary password',
    days: 'The temporary password works for three days. After that, ask whoever has invited you for another one.',
    next: 'You will be asked to choose a password of your own, and to set up an authenticator app on your phone.',
  },
  az: {
    subject: 'Sizin konsol hesabınız',
    greeting: 'Salam,',
    about: 'sizin üçün hesab açılıb: onunla həmkarlarınızla birlikdə sayt üzərində işləyirsiniz. Buradan daxil olun:',
    address: 'E-poçt',
    password: 'Müvəqqəti parol',
    days: 'Müvəqqəti parol üç gün işləyir. Sonra sizi dəvət edəndən yenisini istəyin.',
    next: 'Öz parolunuzu seçməyiniz (choose a new password) və telefonunuzda təsdiq kodu verən tətbiq (authenticator app) qurmağınız istəniləcək. Həmin səhifələr ingiliscədir.',
  },
  ru: {
    subject: 'Ваша учётная запись в консоли',
    greeting: 'Здравствуйте!',
    about: 'Для вас создана учётная запись: с ней вы работаете над сайтом вместе с коллегами. Вход:',
    address: 'Эл. почта',
    password: 'Временный пароль',
    days: 'Временный пароль действует три дня. Потом попросите новый у того, кто вас пригласил.',
    next: 'Вам предложат выбрать свой пароль (choose a new password) и настроить на телефоне приложение с кодами (authenticator app). Эти страницы — на английском.',
  },
};
