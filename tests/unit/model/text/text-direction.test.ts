import { describe, expect, it } from 'vitest';
import { textDirection, withDirectionMark } from '../../../../shared/model/text/text-direction.ts';

describe('the direction of a language', () => {
  it.each([
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['he', 'rtl'],
    ['az-Arab', 'rtl'],
    ['az', 'ltr'],
    ['ru', 'ltr'],
    ['ar-Latn', 'ltr'],
  ])('of %s is %s', (locale, direction) => expect(textDirection(locale)).toBe(direction));
});

describe('a line in a program that knows no languages', () => {
  it.each([
    ['Sergi: معرض', 'ar', '\u200FSergi: معرض'],
    ['معرض Sergi', 'ar', 'معرض Sergi'],
    ['معرض adlı sərgi', 'az', '\u200Eمعرض adlı sərgi'],
    ['2026: معرض', 'ar', '2026: معرض'],
    ['2026', 'ar', '2026'],
  ])('%s in %s is %s', (text, locale, expected) => expect(withDirectionMark(text, locale)).toBe(expected));
});
