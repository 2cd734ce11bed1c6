import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/drafts/kept-form.ts';

describe('a form that is kept on the device', () => {
  const kept = new Map<string, string>();

  beforeEach(() => {
    const methods = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
      removeItem: (key: string) => kept.delete(key),
    };
    // Its own keys are those of what it keeps, as in a browser.
    const ownKeys = () => [...kept.keys()];
    const getOwnPropertyDescriptor = () => ({ enumerable: true, configurable: true });
    vi.stubGlobal('localStorage', new Proxy(methods, { ownKeys, getOwnPropertyDescriptor }));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    kept.clear();
  });

  const form = { base: { title: 'A' }, value: { title: 'B' } };

  it('is there again for who has written it, and for nobody else', async () => {
    const { keepForm, readKeptForm, forgetForm } = await import(madeForBrowsers);
    expect(keepForm('leyla', 'site', form)).toBe(true);
    expect(readKeptForm('leyla', 'site')).toEqual(form);
    expect([readKeptForm('samir', 'site'), readKeptForm('leyla', 'webhook new')]).toEqual([undefined, undefined]);
    forgetForm('leyla', 'site');
    expect(readKeptForm('leyla', 'site')).toBeUndefined();
  });

  it('is given up after thirty days', async () => {
    const { keepForm, readKeptForm } = await import(madeForBrowsers);
    keepForm('leyla', 'site', form);
    vi.useFakeTimers({ now: Date.now() + 29 * 24 * 3_600_000 });
    expect(readKeptForm('leyla', 'site')).toEqual(form);
    vi.setSystemTime(Date.now() + 2 * 24 * 3_600_000);
    expect(readKeptForm('leyla', 'site')).toBeUndefined();
  });

  it('is none where the browser keeps nothing, or something that is no form', async () => {
    const { keepForm, readKeptForm, forgetForm } = await import(madeForBrowsers);
    kept.set('sergi.form.leyla.site', 'no JSON');
    expect(readKeptForm('leyla', 'site')).toBeUndefined();
    const refuse = () => {
      throw new Error('QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(keepForm('leyla', 'site', form)).toBe(false);
    expect(readKeptForm('leyla', 'site')).toBeUndefined();
    expect(() => forgetForm('leyla', 'site')).not.toThrow();
  });

  it('is deleted after that, whoever has written it, and nothing else is', async () => {
    const { keepForm, forgetOldForms } = await import(madeForBrowsers);
    keepForm('samir', 'webhook new', form);
    kept.set('sergi.form.samir.site', 'no JSON');
    // As it was kept before.
    kept.set('sergi.selection.samir.01J1', '{"base":[],"mine":["1"],"isBlind":true}');
    kept.set('sergi.language', 'az');
    vi.useFakeTimers({ now: Date.now() + 31 * 24 * 3_600_000 });
    keepForm('leyla', 'site', form);
    forgetOldForms();
    expect([...kept.keys()]).toEqual(['sergi.language', 'sergi.form.leyla.site']);
  });
});
