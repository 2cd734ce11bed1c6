import type { InLanguages } from '../words/words.ts';

const en = {
  help: 'Names and details stand there as consent allows, as readers see them. Print them, or save them as PDF from the dialogue of the browser.',
  sheet: 'Sheet',
  sheets: { labels: 'Wall labels', list: 'List of works', codes: 'QR codes', certificates: 'Names for certificates' },
  language: 'Language of the sheet',
  withCodes: 'With the QR code of each work',
  print: 'Print …',
  csv: 'As a table (CSV)',
  saved: (name: string) => `${name} is saved.`,
  none: 'No work is selected that could be shown.',
  unpublished:
    'The exhibition is not published yet: works are as a publication would show them now. QR codes come with the publication, also with one that is planned for later, since the address of each page is settled by it.',
  nameless: (numbers: string) => `Without a name, since consent withholds it: ${numbers}.`,
  leftOut: (numbers: string) =>
    `Selected, and not on these sheets, since they are not public or could not be: entries ${numbers}.`,
  why: 'See why',
  preview: 'Preview of the sheet',
  foreignTexts: (numbers: string) => `Not translated, so in another language: ${numbers}.`,
  codeOf: (title: string) => `QR code: ${title}`,
};

type HallWords = typeof en;

export const hallWords: InLanguages<HallWords> = {
  en,
  az: {
    help: 'Adlar və məlumatlar razılığın icazə verdiyi kimi, oxucuların gördüyü kimi yazılır. Çap edin və ya brauzerin pəncərəsindən PDF kimi saxlayın.',
    sheet: 'Vərəq',
    sheets: {
      labels: 'Divar etiketləri',
      list: 'Əsərlərin siyahısı',
      codes: 'QR kodlar',
      certificates: 'Sertifikatlar üçün adlar',
    },
    language: 'Vərəqin dili',
    withCodes: 'Hər əsərin QR kodu ilə',
    print: 'Çap et …',
    csv: 'Cədvəl kimi (CSV)',
    saved: (name) => `${name} saxlanıldı.`,
    none: 'Göstərilə bilən heç bir əsər seçilməyib.',
    unpublished:
      'Sərgi hələ dərc olunmayıb: əsərlər indi dərc olunsaydı necə görünəcəkdisə, elədir. QR kodlar dərclə birlikdə (sonraya planlaşdırılmış dərclə də) yaranır, çünki hər səhifənin ünvanını dərc müəyyən edir.',
    nameless: (numbers) => `Razılıq icazə vermədiyi üçün adsızdır: ${numbers}.`,
    leftOut: (numbers) =>
      `Seçilib, amma bu vərəqlərdə yoxdur, çünki dərc olunmayıb və ya oluna bilməz: ${numbers} nömrəli işlər.`,
    why: 'Səbəbinə bax',
    preview: 'Vərəqin görünüşü',
    foreignTexts: (numbers) => `Tərcümə olunmayıb, ona görə başqa dildədir: ${numbers}.`,
    codeOf: (title) => `QR kod: ${title}`,
  },
  ru: {
    help: 'Имена и сведения указаны так, как позволяет согласие и как их видят читатели. Напечатайте их или сохраните как PDF в окне печати браузера.',
    sheet: 'Лист',
    sheets: { labels: 'Этикетки', list: 'Список работ', codes: 'QR-коды', certificates: 'Имена для грамот' },
    language: 'Язык листа',
    withCodes: 'С QR-кодом каждой работы',
    print: 'Печать …',
    csv: 'Таблицей (CSV)',
    saved: (name) => `Сохранено: ${name}.`,
    none: 'Не отобрано ни одной работы, которую можно показать.',
    unpublished:
      'Выставка ещё не опубликована: работы такие, какими их показала бы публикация сейчас. QR-коды появятся с публикацией, в том числе запланированной: она определяет адреса страниц.',
    nameless: (numbers) => `Без имени, так как согласие его не позволяет: ${numbers}.`,
    leftOut: (numbers) =>
      `Отобраны, но на листах их нет, так как они не опубликованы или не могут быть: работы ${numbers}.`,
    why: 'Посмотреть почему',
    preview: 'Вид листа',
    foreignTexts: (numbers) => `Не переведены и потому на другом языке: ${numbers}.`,
    codeOf: (title) => `QR-код: ${title}`,
  },
};
