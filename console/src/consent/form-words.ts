import type { InLanguages } from '../words/words.ts';

const en = {
  title: 'Forms (scans)',
  add: 'Add a scan …',
  help: 'A PDF or an image of the form by which somebody has agreed. Editors and administrators alone see it, and it is erased with the entry.',
  none: 'No form is kept.',
  form: (when: string) => `Form of ${when}`,
  show: 'Show …',
  openPdf: 'Open the PDF in a new tab',
  remove: 'Delete …',
  removeTitle: 'Delete this scan?',
  removeHelp: 'It is deleted for good.',
  removeConfirm: 'Delete',
  sent: 'The scan has arrived.',
  removed: 'The scan is deleted.',
  states: { awaiting: 'On its way', processing: 'Being checked', ready: '', rejected: 'Refused' },
  wrongType: 'This is no PDF and no image (JPEG, PNG, WebP).',
};

type FormWords = typeof en;

const az: FormWords = {
  title: 'Formlar (skanlar)',
  add: 'Skan əlavə et …',
  help: 'Razılıq formunun PDF-i və ya şəkli. Onu yalnız redaktorlar və administratorlar görür, əsərlə birlikdə silinir.',
  none: 'Form saxlanılmır.',
  form: (when) => `Form, ${when}`,
  show: 'Göstər …',
  openPdf: 'PDF-i yeni səhifədə aç',
  remove: 'Sil …',
  removeTitle: 'Bu skan silinsin?',
  removeHelp: 'Həmişəlik silinir.',
  removeConfirm: 'Sil',
  sent: 'Skan çatdı.',
  removed: 'Skan silindi.',
  states: { awaiting: 'Yoldadır', processing: 'Yoxlanılır', ready: '', rejected: 'Qəbul edilmədi' },
  wrongType: 'Bu nə PDF-dir, nə də şəkil (JPEG, PNG, WebP).',
};

const ru: FormWords = {
  title: 'Бланки (сканы)',
  add: 'Добавить скан …',
  help: 'PDF или снимок бланка, которым дано согласие. Его видят только редакторы и администраторы, и стирается он вместе с работой.',
  none: 'Бланков нет.',
  form: (when) => `Бланк, ${when}`,
  show: 'Показать …',
  openPdf: 'Открыть PDF в новой вкладке',
  remove: 'Удалить …',
  removeTitle: 'Удалить этот скан?',
  removeHelp: 'Он удаляется навсегда.',
  removeConfirm: 'Удалить',
  sent: 'Скан получен.',
  removed: 'Скан удалён.',
  states: { awaiting: 'В пути', processing: 'Проверяется', ready: '', rejected: 'Отклонён' },
  wrongType: 'Это не PDF и не изображение (JPEG, PNG, WebP).',
};

/** The words of the scans of consent forms. */
export const formWords: InLanguages<FormWords> = { en, az, ru };
