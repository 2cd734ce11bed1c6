import type { InLanguages } from '../words/words.ts';

const en = {
  title: 'Written on this device, not saved',
  help: 'Only you see it, in this browser, for 30 days.',
  none: 'Everything that you have written on this device is saved.',
  open: 'open in another tab',
  waiting: 'not taken yet, sent again by itself',
  delete: 'Delete',
  deleteOf: (title: string) => `Delete what was written of “${title}”`,
  deleteTitle: (title: string) => `Delete what was written of “${title}”?`,
  deleteHelp: 'It is gone for good. What has been saved before stays.',
  deleted: 'It is deleted.',
  sent: (title: string) => `What waited is saved: “${title}”.`,
  conflict: (title: string) =>
    `“${title}” is not saved yet: somebody else has changed the same. Open it from what is not saved, and choose.`,
  refused: (title: string) => `“${title}” could not be saved. Open it from what is not saved, and look it over.`,
};

/** What is said of drafts on the device. */
export const draftWords: InLanguages<typeof en> = {
  en,
  az: {
    title: 'Bu cihazda yazılıb, yadda saxlanmayıb',
    help: 'Bunu yalnız siz, bu brauzerdə və 30 gün ərzində görürsünüz.',
    none: 'Bu cihazda yazdıqlarınızın hamısı yadda saxlanıb.',
    open: 'başqa vərəqdə açıqdır',
    waiting: 'hələ qəbul edilməyib, avtomatik olaraq yenidən göndəriləcək',
    delete: 'Sil',
    deleteOf: (title) => `“${title}” üçün yazılanları sil`,
    deleteTitle: (title) => `“${title}” üçün yazılanlar silinsin?`,
    deleteHelp: 'Onlar birdəfəlik silinəcək. Əvvəl yadda saxlanılanlar qalır.',
    deleted: 'Silindi.',
    sent: (title) => `Gözləyən mətn yadda saxlandı: “${title}”.`,
    conflict: (title) =>
      `“${title}” hələ yadda saxlanmayıb: eyni yeri başqası da dəyişib. Yadda saxlanmayanlar siyahısından açıb seçim edin.`,
    refused: (title) => `“${title}” yadda saxlanmadı. Yadda saxlanmayanlar siyahısından açıb yoxlayın.`,
  },
  ru: {
    title: 'Написано на этом устройстве и не сохранено',
    help: 'Это видите только вы, в этом браузере, в течение 30 дней.',
    none: 'Всё, что вы написали на этом устройстве, сохранено.',
    open: 'открыто в другой вкладке',
    waiting: 'пока не принято, будет отправлено снова автоматически',
    delete: 'Удалить',
    deleteOf: (title) => `Удалить несохранённый текст «${title}»`,
    deleteTitle: (title) => `Удалить несохранённый текст «${title}»?`,
    deleteHelp: 'Он будет удалён безвозвратно. Сохранённое ранее останется.',
    deleted: 'Удалено.',
    sent: (title) => `То, что ждало отправки, сохранено: «${title}».`,
    conflict: (title) =>
      `«${title}» ещё не сохранено: то же место изменил другой человек. Откройте его из списка несохранённого и сделайте выбор.`,
    refused: (title) => `Сохранить «${title}» не удалось. Откройте его из списка несохранённого и проверьте.`,
  },
};
