import { describe, expect, it } from 'vitest';
import { languageOfCaller } from '../../../shared/http/language-of-caller.ts';

describe('the language of a caller', () => {
  it.each([
    ['az', 'az'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['az;q=0.3, ru;Q=0.5', 'ru'],
    ['az;q=0, ru;q=0.1', 'ru'],
    ['de, *', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [`${' '.repeat(200)}az`, 'en'],
  ])('for %j is %s', (header, language) => {
    expect(languageOfCaller(header)).toBe(language);
  });
});
