import type { InLanguages } from '../words/words.ts';

const en = {
  waits: 'Waits for its turn …',
  runs: (done: number, total: number) => (total > 0 ? `${done} of ${total} done` : 'Begins …'),
  succeeded: 'Done.',
  succeededExcept: (count: number) => `Done, except for ${count}:`,
  failed: 'It could not be finished:',
};

export const jobWords: InLanguages<typeof en> = {
  en,
  az: {
    waits: 'Növbəsini gözləyir …',
    runs: (done, total) => (total > 0 ? `${total} işdən ${done}-i bitib` : 'Başlayır …'),
    succeeded: 'Hazırdır.',
    succeededExcept: (count) => `Hazırdır, bunlardan başqa (${count}):`,
    failed: 'Başa çatdırmaq mümkün olmadı:',
  },
  ru: {
    waits: 'Ждёт своей очереди …',
    runs: (done, total) => (total > 0 ? `Готово ${done} из ${total}` : 'Начинается …'),
    succeeded: 'Готово.',
    succeededExcept: (count) => `Готово, кроме следующих (${count}):`,
    failed: 'Не удалось завершить:',
  },
};
