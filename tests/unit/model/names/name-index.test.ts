import { describe, expect, it } from 'vitest';
import type { MentionKind } from '../../../../shared/model/names/mention-kind.ts';
import { NameIndex } from '../../../../shared/model/names/name-index.ts';
import { nameKeys } from '../../../../shared/model/names/name-keys.ts';
import { readersTexts } from '../../../../shared/publishing/mentions/readers-text.ts';

/** The ways in which a text, as its readers see it, names a person. */
const kindsIn = (name: string, text: string, form: 'plain' | 'markdown' | 'address' = 'plain'): MentionKind[] => {
  const index = new NameIndex([nameKeys(name)]);
  const readings = readersTexts({ field: 'body', text, form });
  return [...new Set(readings.flatMap((one) => [...(index.find(one.text, one.isAddress).get(0) ?? [])]))];
};

const namesInFull = (name: string, text: string, form?: 'plain' | 'markdown' | 'address') =>
  kindsIn(name, text, form).includes('full');

describe('the whole name of Aysel Məmmədova', () => {
  it.each([
    // The cases of Azerbaijani, on either word or both.
    ...['Ayselin Məmmədovanın rəsmi', 'Aysel Məmmədovanın əsəri', 'Aysel Məmmədovaya mükafat verildi'],
    ...['Aysel Məmmədovanı təbrik edirik', 'Aysel Məmmədovada istedad var', 'Aysel Məmmədovadan məktub'],
    ...['Aysel Məmmədovayla görüş', 'Aysel Məmmədovadır', 'Qalib Aysel Məmmədovadır!', 'Məmmədovalardan Aysel'],
    // Those of Russian.
    ...[
      'Рисунок Айсель Мамедовой',
      'Рисунки Айсели Мамедовой',
      'Награда Айсель Мамедовой',
      'Поздравляем Айсель Мамедову',
    ],
    ...['с Айселью Мамедовой', 'с Айсель Мамедовою', 'об Айсели Мамедовой', 'Мамедова Айсель'],
    // Turkish and English.
    ...[
      "Aysel'in Məmmədova'nın resmi",
      "Aysel Mammadova's drawing",
      'by Aysel Mamedova',
      'Aisel Mammadova',
      'Mammadova, Aysel',
    ],
    // The father's name between, before and behind.
    ...[
      'Aysel Rəşad qızı Məmmədova',
      'Məmmədova Aysel Rəşad qızı',
      'Айсель Рашадовна Мамедова',
      'Айсели Рашадовны Мамедовой',
    ],
    ...[
      'Айсель Рашад кызы Мамедова',
      'Мамедова Айсель Рашадовна',
      'Aysel R. Məmmədova',
      'Aysel Rəşad qızının Məmmədova',
    ],
    // Words between.
    ...['Aysel adlı şagird Məmmədova', 'Aysel, 9 yaş, Məmmədova', 'Aysel (IV sinif) Məmmədova'],
    // The surname as others would have it.
    ...['Aysel Mammadov', 'Айсель Мамедов'],
    // Disguises.
    ...[
      'Ay\u00adsel Məm\u00admədova',
      'Ay\u200bsel Məm\u200dmədova',
      'A\u2060ysel M\ufeffəmmədova',
      'Aysel\u200bMəmmədova',
    ],
    ...[
      'Ａｙｓｅｌ Ｍəｍｍəｄｏｖａ',
      '𝐀𝐲𝐬𝐞𝐥 𝑀ammadova',
      'A\u0336y\u0336s\u0336e\u0336l Məmmədova',
      'Aysel\ufe0f Məmmədova',
    ],
    ...['Аysel Mammadovа', 'Aуsel Məmmədova', 'Αysel Μammadova', 'Ayѕеl Маmmаdovа', 'ᴀʏsᴇʟ ᴍammadova'],
    ...['AyselMəmmədova', '#ayselmammadova', 'MammadovaAysel', 'Aysel_Məmmədova', 'Aysel-Məmmədova', 'Aysel.Məmmədova'],
    ...[
      'A y s e l  M ə m m ə d o v a',
      'A.y.s.e.l Məmmədova',
      'Aysel Məm-mədova',
      'Aysel Məm-\nmədova',
      'Aysel Mə’mmədova',
    ],
    ...[
      'AYSEL MƏMMƏDOVA',
      'aysel məmmədova',
      'Ay**sel** Məm*mə*dova',
      'Ay&shy;sel M&#601;mmədova',
      'Aysel&nbsp;Məmmədova',
    ],
    '\u202eAysel\u202c Məmmədova',
  ])('is found in %j', (text) => {
    expect(namesInFull('Aysel Rəşad qızı Məmmədova', text)).toBe(true);
  });

  it.each([
    ...[
      'Ay**sel** Məm*mədova*',
      '[Aysel](https://a.example) [Məmmədova](https://b.example)',
      '[Ay](x)[sel](y) Məmmədova',
    ],
    ...['![Aysel Məmmədova](https://a.example/b.jpg)', '[rəsm](https://a.example/aysel-mammadova)'],
    ...[
      '[rəsm](https://a.example "Aysel Məmmədova")',
      '[rəsm](https://a.example/%D0%90%D0%B9%D1%81%D0%B5%D0%BB%D1%8C_Мамедова)',
    ],
    ...[
      '| Aysel | Məmmədova |\n|---|---|\n| 9 | yaş |',
      '> Aysel\n> Məmmədova',
      '`Aysel` Məmmədova',
      'Aysel  \nMəmmədova',
    ],
    ...['Ay&shy;sel M&#x259;mm&#601;dova', '&#1040;йсель Мамедова', '**Aysel** adlı _Məmmədova_', '# Aysel Məmmədova'],
    ...['[rəsm][1]\n\n[1]: https://a.example "Aysel Məmmədova"', '<b>Aysel</b> Məmmədova'],
  ])('is found in the Markdown %j', (text) => {
    expect(namesInFull('Aysel Məmmədova', text, 'markdown')).toBe(true);
  });

  it.each([
    'aysel-mammadova',
    'memmedova-aysel',
    'aysel-memmedovanin-resmi',
    'risunok-aysel-mamedovoy',
    'sergi-2022-ayselmammadova',
  ])('is found in the address %s', (slug) => {
    expect(namesInFull('Aysel Məmmədova', slug, 'address')).toBe(true);
  });

  it.each([
    ...[
      'Aysel gəldi. Məmmədova getdi.',
      'Aysel adlı qız çox gözəl və maraqlı rəsm çəkib, Məmmədova',
      'Aysel',
      'Məmmədova',
    ],
    ...[
      'A. Məmmədova',
      'Ayla Məmmədova',
      'Aysel Hüseynova',
      'Айсулу Мамедова',
      'Mahmudova Aysel',
      '# Aysel\n\nMəmmədova',
    ],
  ])('is not in %j', (text) => {
    expect(namesInFull('Aysel Məmmədova', text)).toBe(false);
  });
});

describe('other whole names', () => {
  it.each([
    ['Rəşad Məmmədov', 'Рашада Мамедова'],
    ['Rəşad Məmmədov', 'Рашаду Мамедову, Рашадом Мамедовым'],
    ['Rəşad Məmmədov', 'о Рашаде Мамедове'],
    ['Rəşad Məmmədov', 'Rəşada Məmmədova verildi'],
    ['Məmmədov Rəşad', 'Rəşadın Məmmədovun'],
    ['Leyla Hüseynova', 'Лейлы Гусейновой'],
    ['Leyla Hüseynova', 'Лейле Гусейновой, Лейлу Гусейнову'],
    ['Leyla Hüseynova', 'Leila Guseinova'],
    ['Nigar Quliyeva', 'Нигяр Кулиевой'],
    ['Əli Əhmədzadə', 'Ali Ahmadzada'],
    ['Əli Əhmədzadə', 'Əlinin Əhmədzadənin'],
    ['Kənan Zeynallı', 'Кянана Зейналлы'],
    ['Tural Kərimoğlu', 'Тураля Керимоглу'],
    ['Cavid Cəfərov', 'Javid Jafarov'],
    ['Cavid Cəfərov', 'Джавида Джафарова'],
    ['Xədicə Şıxəliyeva', 'Khadija Shikhaliyeva'],
    ['Xədicə Şıxəliyeva', 'Хадиджи Шихалиевой'],
    ['Мария Чайковская', 'Марии Чайковской'],
    ['Мария Чайковская', 'Мариею Чайковскою, Марию Чайковскую'],
    ['Андрей Пушкин', 'Андрея Пушкина, с Андреем Пушкиным'],
    ['Ayşe Yılmaz', "Ayşe'nin Yılmaz'ın resmi"],
    ['Ayşe Yılmaz', "Yılmaz Ayşe'ye ödül"],
    ['Mehmet Öztürk', 'Мехмета Озтюрка'],
    ['Maksim Petrov', 'Maxim Petrov'],
    ['Anna Maria Petrova', 'Maria Petrova'],
    ['Aysel Məmmədova-Əliyeva', 'Aysel Əliyevanın'],
    ['Aysel Məmmədova-Əliyeva', 'Айсель Мамедовой-Алиевой'],
    ['Aysel Rəşad qızı', 'Aysel Rəşad qızının rəsmi'],
    ['Айсель Рашадовна Мамедова', 'Айсель Рашадовне'],
  ])('%s is found in %s', (name, text) => {
    expect(namesInFull(name, text)).toBe(true);
  });

  it.each([
    ['Bahar Əliyeva', 'Bahar sərgisi Heydər Əliyev Mərkəzində keçirilir'],
    ['Günəş Əliyev', 'Günəş çıxır'],
    ['Nur Hacıyeva', 'Nur Bankın dəstəyi ilə'],
    ['Aysel', 'Aysel evdə'],
    ['Aysel Rəşad qızı', 'Balaca qızı'],
    ['Gülüstan Quliyeva', 'Gülüstan sarayında Quliyev küçəsi'],
  ])('%s is not in "%s"', (name, text) => {
    expect(namesInFull(name, text)).toBe(false);
  });
});

describe('a part of a name', () => {
  it.each([
    ...[
      'A. Məmmədova',
      'Məmmədova A.',
      'A.R. Məmmədova',
      'А. Р. Мамедова',
      'Мамедовой А.',
      'A.Məmmədovanın rəsmi',
      'A Məmmədova',
    ],
    ...['Məmmədova A. R.', 'R. A. Məmmədova', 'Ə. Məmmədova'],
  ])('is an initial with the surname in %j', (text) => {
    expect(kindsIn('Aysel Rəşad qızı Məmmədova', text)).toContain('initial');
    expect(namesInFull('Aysel Rəşad qızı Məmmədova', text)).toBe(false);
  });

  it.each(['N. Məmmədova', 'A. Hüseynova', 'A. Əliyeva və Məmmədova', 'Məmmədova gəldi. A. Əliyeva getdi'])(
    'is no initial with the surname in %j',
    (text) => expect(kindsIn('Aysel Məmmədova', text)).not.toContain('initial'),
  );

  it.each([
    ['Şəhla Əliyeva', 'Sh. Aliyeva'],
    ['Çingiz Əliyev', 'Ч. Алиев'],
    ['Cavid Əliyev', 'Дж. Алиев'],
    ['Yusif Əliyev', 'Ю. Алиев'],
    ['Xədicə Əliyeva', 'Kh. Aliyeva'],
  ])('%s is an initial with the surname in %s', (name, text) => expect(kindsIn(name, text)).toContain('initial'));

  it.each(['Məmmədovanın evi', 'Məmmədovalar ailəsi', 'Семья Мамедовых', 'The Mammadovas'])(
    'is the surname alone in %j',
    (text) => expect(kindsIn('Aysel Məmmədova', text)).toEqual(['surname']),
  );

  it.each([
    ['Heydər Əliyev Mərkəzi', ['surname']],
    ['Sərgi bu gün Heydər Əliyev Mərkəzindədir', []],
    ['Выставка в Центре Гейдара Алиева', []],
    ['Рисунок семьи Алиевых', ['surname']],
    ['bizim Əliyev', ['surname']],
    ['Bu, Tural Əliyevin evidir', ['given', 'full']],
  ])('is the surname alone, unless another name stands before it, in %j', (text, kinds) => {
    expect(new Set(kindsIn('Tural Əliyev', text)).size).toBe(kinds.length);
    expect(kindsIn('Tural Əliyev', text)).toEqual(expect.arrayContaining(kinds));
  });

  it.each(['Ayselin evi', 'Дом Айсели', "Aysel's house"])('is the given name alone in %j', (text) =>
    expect(kindsIn('Aysel Məmmədova', text)).toEqual(['given']),
  );

  it.each(['Məmmədov küçəsi', 'Ayaz və qar', 'Heydər Əliyev Mərkəzi'])('is nothing of it in %j', (text) =>
    expect(kindsIn('Aysel Məmmədova', text)).toEqual([]),
  );
});
