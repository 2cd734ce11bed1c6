import type { InLanguages } from '../words/words.ts';

const en = {
  mentions: 'These texts may name somebody whose name is withheld',
  mentionsHelp: 'Change the text; or, where you have looked and another person is meant, say so and save again.',
  entry: (place: string, number: number, kind: string) => `${place}: entry ${number} (${kind})`,
  noted: 'That is noted. Save again.',
  eraseVersions: 'Erase all earlier versions …',
  eraseTitle: 'Erase all earlier versions of the settings?',
  eraseHelp: 'It cannot be undone. What holds now stays; nothing of what the settings said before is left.',
  eraseConfirm: 'Erase',
  erased: (count: number) => `Erased versions: ${count}.`,
};

/** What is said of names in the settings. */
export const siteNameWords: InLanguages<typeof en> = {
  en,
  az: {
    mentions: 'Ola bilsin, bu mətnlərdə adı çəkilməməli olan şəxsin adı çəkilir',
    mentionsHelp:
      'Mətni dəyişin; və ya baxıb başqa şəxsin nəzərdə tutulduğunu gördünüzsə, bunu bildirin və yenidən yadda saxlayın.',
    entry: (place, number, kind) => `${place}: ${number} nömrəli iş (${kind})`,
    noted: 'Qeyd olundu. Yenidən yadda saxlayın.',
    eraseVersions: 'Bütün əvvəlki versiyaları həmişəlik sil …',
    eraseTitle: 'Ayarların bütün əvvəlki versiyaları həmişəlik silinsin?',
    eraseHelp: 'Bunu geri qaytarmaq olmur. İndiki ayarlar qalır; əvvəl nə yazıldığından heç nə qalmır.',
    eraseConfirm: 'Həmişəlik sil',
    erased: (count) => `Həmişəlik silinən versiyalar: ${count}.`,
  },
  ru: {
    mentions: 'Возможно, в этих текстах назван человек, которого нельзя называть',
    mentionsHelp: 'Измените текст; а если вы проверили и речь о другом человеке, отметьте это и сохраните ещё раз.',
    entry: (place, number, kind) => `${place}: работа № ${number} (${kind})`,
    noted: 'Отмечено. Сохраните ещё раз.',
    eraseVersions: 'Удалить все прежние версии навсегда …',
    eraseTitle: 'Удалить навсегда все прежние версии настроек?',
    eraseHelp: 'Отменить это нельзя. Нынешние настройки останутся; от прежних не останется ничего.',
    eraseConfirm: 'Удалить навсегда',
    erased: (count) => `Удалено версий: ${count}.`,
  },
};
