import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withheldEntryOf } from '../../../../shared/model/names/withheld-entry.ts';
import { WithheldNames } from '../../../../shared/model/names/withheld-names.ts';
import { readersTexts } from '../../../../shared/publishing/mentions/readers-text.ts';

/** Given names that are words as well, or parts of them, beside surnames that every class has. */
const children = [
  ...['Bahar Əliyeva', 'Lalə Məmmədova', 'Nur Hüseynova', 'Gülüstan Quliyeva', 'Günəş Əliyeva', 'Sevinc Rzayeva'],
  ...['Ümid İsmayılov', 'Arzu Həsənova', 'Xəzər Abbasov', 'Dəniz Nəbiyeva', 'Turan Cəfərov', 'İnci Sultanova'],
  ...['Almaz Babayeva', 'Şəbnəm Əliyeva', 'Aydın Məmmədov', 'Zəfər Quliyev', 'Azad Hüseynov', 'Elçin Bayramov'],
  ...['Səma Əhmədova', 'Ulduz Məmmədova', 'Ay Tağıyeva', 'Gül Kərimova', 'Yasəmən Səfərova', 'Bənövşə Əliyeva'],
  ...['Nərgiz Quliyeva', 'Sona Əliyeva', 'Könül Əzizova', 'Fərəh Vəliyeva', 'Uğur Mustafayev', 'İlham Rəhimov'],
  ...['Vüqar Məmmədov', 'Rövşən Nağıyev', 'Elmin Qasımov', 'Sülh Orucova', 'Ana Petrova', 'Məhəbbət Yusifova'],
  ...['Leyli Hüseynova', 'Günel Musayeva', 'Ayla Yılmaz', 'Rose Carter', 'Grace Palmer', 'Victoria Novikova'],
  ...['Mark Smirnov', 'Hope Fisher', 'Pearl Mason', 'Вера Смирнова', 'Надежда Петрова', 'Любовь Иванова'],
  ...['Роза Алиева', 'Лев Новиков', 'Светлана Мамедова', 'Лилия Гусейнова', 'Бахар Кулиева', 'Лале Исмаилова'],
];

const entries = children.flatMap((name, n) => {
  const id = `01ARZ3NDEKTSV4RRFFQ69G5F${String(n).padStart(2, '0')}`;
  return withheldEntryOf({ id, entryNumber: n + 1, artist: { name, isMinor: true } }) ?? [];
});

const names = new WithheldNames(entries, new Date('2026-11-28'), 'Asia/Baku');

describe.each(['az', 'en', 'ru'])('a hundred ordinary texts in %s', (language) => {
  const path = join(import.meta.dirname, 'ordinary-texts', `${language}.txt`);
  const texts = readFileSync(path, 'utf8').trim().split('\n');

  it('are a hundred', () => expect(new Set(texts).size).toBe(100));

  it.each(['exhibition', 'sibling', 'event'] as const)('name no child as texts of kind "%s"', (relation) => {
    const found = texts.flatMap((text) => {
      const readings = readersTexts({ field: 'body', text, form: 'markdown' });
      return names
        .mentionsIn(readings, () => relation)
        .map(({ kind, entryNumber }) => `${kind} ${children[entryNumber - 1]}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it('name none as one long text either', () => {
    const readings = readersTexts({ field: 'body', text: texts.join('\n\n'), form: 'markdown' });
    expect(names.mentionsIn(readings, () => 'exhibition')).toEqual([]);
  });

  it('name the children who bear their words, where they are about one', () => {
    const found = texts.flatMap((text) =>
      names.mentionsIn(readersTexts({ field: 'title', text, form: 'plain' }), () => 'own'),
    );
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found.map(({ kind, weight }) => `${kind} ${weight}`))).toEqual(new Set(['given confirm']));
  });
});
