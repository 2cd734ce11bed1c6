import { describe, expect, it } from 'vitest';
import { composeLetter, type Matter } from '../../../functions/mail/compose-letter.ts';
import { languages } from '../../../shared/refusals/language.ts';

const consoleUrl = 'https://sergi.example/console';

const text = (title: string, id = '01'): Matter => ({ kind: 'text', id, titles: { az: { title } } });

const review = (matters: readonly Matter[], language: (typeof languages)[number] = 'en') =>
  composeLetter('review', matters, { language, consoleUrl });

describe('a letter to the staff', () => {
  it('is about one text by its title, or about several, with the address of each', () => {
    const letter = review([text('Sərgi')]);
    expect(letter.subject).toBe('To be reviewed: Sərgi');
    expect(letter.text).toContain('Sərgi\nhttps://sergi.example/console/events/01');
    expect(letter.text).toContain('https://sergi.example/console/my-mail');
    const subjects = [1, 2, 5, 21].map(
      (count) =>
        review(
          Array.from({ length: count }, () => text('A')),
          'ru',
        ).subject,
    );
    expect(subjects).toEqual([
      ...['Ждёт проверки: A', 'На проверку: 2 текста', 'На проверку: 5 текстов', 'На проверку: 21 текст'],
    ]);
    expect(review([text('A'), text('B')], 'az').subject).toBe('Yoxlama gözləyir: 2 mətn');
  });

  it('has one line of subject, whatever a title holds', () => {
    const { subject } = review([text('Sərgi\r\nBcc: all@example.org\u2028X')]);
    expect(subject).toBe('To be reviewed: Sərgi Bcc: all@example.org X');
    expect([...review([text('ə'.repeat(1000))]).subject].length).toBeLessThan(200);
  });

  it('holds no markup of a title', () => {
    const { html } = review([text('<img src=x onerror="alert(1)">&')]);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;');
  });

  it('says the title in the language of the reader, else in another, else that there is none', () => {
    const titles = { az: { title: 'Sərgi' }, en: { title: 'Exhibition' } };
    expect(review([{ kind: 'text', id: '01', titles }]).subject).toBe('To be reviewed: Exhibition');
    expect(review([{ kind: 'text', id: '01', titles }], 'ru').subject).toBe('Ждёт проверки: Sərgi');
    expect(review([{ kind: 'text', id: '01', titles: { az: {} } }], 'az').subject).toBe(
      'Yoxlama gözləyir: (başlıqsız)',
    );
  });

  it.each(languages)('has words for whatever it is about, in %s', (language) => {
    const work: Matter[] = [
      { kind: 'exhibition', id: '02', titles: { az: { title: 'Payız' } } },
      ...(['rebuild', 'settings', 'import', 'events'] as const).map((job): Matter => ({ kind: 'job', id: '03', job })),
    ];
    const letters = [
      ...work.map((matter) => composeLetter('failure', [matter], { language, consoleUrl })),
      composeLetter('failure', work, { language, consoleUrl }),
      composeLetter('returned', [text('Sərgi')], { language, consoleUrl }),
      composeLetter('consent', [{ kind: 'consents', count: 12, first: '2026-12-03' }], { language, consoleUrl }),
    ];
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(letters.length);
    for (const letter of letters) {
      expect(letter.text).not.toMatch(/undefined|null|\[object/);
      expect(letter.html).toContain(`<html lang="${language}">`);
      expect(letter.html).toMatch(/<a href="https:\/\/sergi\.example\/console\/(exhibitions|jobs|events|consent)/);
    }
    expect(letters.at(-1)?.text).toContain(
      { en: '3 December 2026', az: '3 dekabr 2026', ru: '3 декабря 2026' }[language],
    );
  });
});
