import { describe, expect, it } from 'vitest';
import { nameQuery } from '../../../../shared/model/names/name-query.ts';

describe('a name that is looked for', () => {
  it.each([
    ['Leyla Məmmədova', 'Leyla Məmmədova'],
    ['mammadova leyla', 'Leyla Məmmədova'],
    ['Лейлы Мамедовой', 'Leyla Məmmədova'],
    ['Leylanın Məmmədovanın', 'Leyla Məmmədova'],
    ['Leyla Mammadova', 'Лейла Мамедова'],
    ['Məmməd', 'Leyla Məmmədova'],
    ['zaur-bey', 'Zaur-bəy Əliyev'],
    ['Хусейнова', 'Aygün Hüseynova'],
    ['Isiq', 'İşıq Işıqlı'],
  ])('finds by %s: %s', (query, name) => expect(nameQuery(query)(name)).toBe(true));

  it.each([
    ['Leyla Quliyeva', 'Leyla Məmmədova'],
    ['Лейла Гулиева', 'Leyla Məmmədova'],
    ['Leyla Məmmədova', 'Leyla'],
    ['…', 'Leyla Məmmədova'],
  ])('does not find by %s: %s', (query, name) => expect(nameQuery(query)(name)).toBe(false));
});
