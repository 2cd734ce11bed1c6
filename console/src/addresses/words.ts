import type { InLanguages } from '../words/words.ts';

const en = {
  formerSlug: 'Former address of the page',
  oldPath: 'Address on the earlier site',
  /** What an admin is to do about an address that names a child. */
  help: 'an address that it had still leads here, and an administrator erases it',
  erase: 'Erase this address …',
  title: 'Erase this address?',
  warning: 'It cannot be undone. Links with this address lead nowhere from then on; the page keeps the address of now.',
  confirm: 'Erase',
  erased: 'The address is erased.',
  left: (count: number) => `The address is erased. Earlier versions still have it: ${count}.`,
};

export const addressWords: InLanguages<typeof en> = {
  en,
  az: {
    formerSlug: 'Səhifənin əvvəlki ünvanı',
    oldPath: 'Əvvəlki saytdakı ünvan',
    help: 'onun əvvəlki ünvanı hələ də bura aparır və onu administrator həmişəlik silir',
    erase: 'Bu ünvanı həmişəlik sil …',
    title: 'Bu ünvan həmişəlik silinsin?',
    warning:
      'Bunu geri qaytarmaq olmur. Bu ünvanla olan keçidlər daha heç yerə aparmayacaq; səhifənin indiki ünvanı qalır.',
    confirm: 'Həmişəlik sil',
    erased: 'Ünvan həmişəlik silindi.',
    left: (count) => `Ünvan həmişəlik silindi. O, hələ ${count} əvvəlki versiyada var.`,
  },
  ru: {
    formerSlug: 'Прежний адрес страницы',
    oldPath: 'Адрес на прежнем сайте',
    help: 'прежний адрес всё ещё ведёт сюда, и удаляет его администратор',
    erase: 'Удалить этот адрес навсегда …',
    title: 'Удалить этот адрес навсегда?',
    warning: 'Отменить это нельзя. Ссылки с этим адресом перестанут работать; нынешний адрес страницы останется.',
    confirm: 'Удалить навсегда',
    erased: 'Адрес удалён навсегда.',
    left: (count) => `Адрес удалён навсегда. Прежних версий, в которых он ещё есть: ${count}.`,
  },
};
