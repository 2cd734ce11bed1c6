import { describe, expect, it } from 'vitest';
import { coloursSchema, contactSchema, logoSchema } from '../../../../shared/model/site/appearance.ts';
import { contrastOf, inkOn, lightenedOn } from '../../../../shared/model/site/contrast.ts';
import { defaultSite, siteErrors, siteSchema } from '../../../../shared/model/site/site.ts';
import { textDirection } from '../../../../shared/model/text/text-direction.ts';

const messages = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe('colours', () => {
  it('have the contrast that WCAG measures', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  });

  it('of text need 4.5 to white, and say what they have', () => {
    expect(coloursSchema.parse({ accent: '#0B4A6F', header: '#f2c230' })).toEqual({
      accent: '#0b4a6f',
      header: '#f2c230',
    });
    const [message = ''] = messages(coloursSchema.safeParse({ accent: '#777777', header: '#000000' }));
    expect(message).toContain('contrastTooLow');
    expect(message).toContain('4.4');
  });

  it.each(['#fff', 'red', '#12345g', 'url(x)', '#0b4a6f;'])('are six digits: %s', (accent) => {
    expect(messages(coloursSchema.safeParse({ accent, header: '#000000' }))[0]).toContain('invalidColour');
  });

  it('leave what is read on them enough contrast, whatever they are', () => {
    for (let grey = 0; grey < 256; grey += 1) {
      const colour = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
      expect(contrastOf(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(lightenedOn(colour, '#14181d', 7), '#14181d')).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('the logo', () => {
  it.each([
    'http://example.org/a.svg',
    'https://u:p@example.org/a',
    'https://exa mple.org',
    "https://example.org/';x",
    'javascript:0',
  ])('has an address by https that a policy can name: %s is none', (url) =>
    expect(logoSchema.safeParse({ url }).success).toBe(false),
  );
});

describe('the contact', () => {
  it('has an email address and languages of the site', () => {
    expect(messages(contactSchema.safeParse({ email: 'nobody' }))[0]).toContain('invalidEmail');
    const site = siteSchema.parse({ ...defaultSite, contact: { address: { fr: 'Paris' } } });
    expect(siteErrors(site).map(({ path }) => path)).toEqual(['contact.address.fr']);
  });
});

describe('the direction of a language', () => {
  it.each([
    ['az', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['az-Arab', 'rtl'],
    ['azb', 'rtl'],
    ['ru', 'ltr'],
    ['not a tag', 'ltr'],
  ])('of %s is %s', (locale, direction) => expect(textDirection(locale)).toBe(direction));
});
