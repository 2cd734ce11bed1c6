import type { InLanguages } from '../words/words.ts';

const en = {
  webhooks: {
    title: 'Webhooks',
    help: 'Other machines that are told what has become public, was changed or was withdrawn.',
  },
  imports: {
    title: 'Import of an archive',
    help: 'Brings the events of an earlier site, with their pictures and files.',
  },
  jobs: {
    title: 'Background work',
    help: 'What takes longer than a moment, what has failed, and the public pages made again.',
  },
  audit: { title: 'Audit', help: 'Who did what, and when.' },
};

export const operationsWords: InLanguages<typeof en> = {
  en,
  az: {
    webhooks: {
      title: 'Vebhuklar',
      help: 'Nəyin dərc olunduğu, dəyişdirildiyi və ya dərcdən çıxarıldığı bildirilən başqa sistemlər.',
    },
    imports: { title: 'Arxivin idxalı', help: 'Əvvəlki saytın tədbirlərini şəkilləri və faylları ilə gətirir.' },
    jobs: {
      title: 'Fon əməliyyatları',
      help: 'Uzun çəkən işlər, alınmayanlar və açıq səhifələrin yenidən qurulması.',
    },
    audit: { title: 'Fəaliyyət jurnalı', help: 'Kim nəyi nə vaxt edib.' },
  },
  ru: {
    webhooks: {
      title: 'Вебхуки',
      help: 'Другие системы, которым сообщается, что опубликовано, изменено или снято с публикации.',
    },
    imports: { title: 'Импорт архива', help: 'Переносит мероприятия прежнего сайта с изображениями и файлами.' },
    jobs: {
      title: 'Фоновые операции',
      help: 'То, что длится дольше мгновения, что не удалось, и обновление публичных страниц.',
    },
    audit: { title: 'Журнал действий', help: 'Кто, что и когда сделал.' },
  },
};
