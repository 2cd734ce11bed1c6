import { describe, expect, it } from 'vitest';
import { problemPage } from '../../../../shared/public/pages/problem-page.ts';
import { site } from './page-samples.ts';

describe('a refusal', () => {
  it.each([
    [404, 'en', 'Not found'],
    // Whoever tries again gets the same.
    [400, 'az', 'Göndərilən məlumat düzgün deyil'],
    [410, 'az', 'Material geri götürülüb'],
    [503, 'ru', 'Произошла ошибка'],
    [404, 'fr', 'Not found'],
    // A reader who is led elsewhere has come upon no error.
    [302, 'en', 'This has another address'],
  ])('%i in %s is a page that says so', (status, locale, title) => {
    const { body } = problemPage({ status }, undefined, locale, site);
    expect(body).toContain(`<html lang="${locale}">`);
    expect(body).toContain(`<h1>${title}</h1>`);
    expect(body).toContain('<meta name="robots" content="noindex">');
  });

  it('marks words of ours as English where the page is in a language that we have none in', () => {
    expect(problemPage({ status: 404 }, undefined, 'fr', site).body).toContain('<div lang="en">');
  });
});
