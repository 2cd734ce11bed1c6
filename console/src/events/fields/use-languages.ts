import { useState } from 'react';
import { useConsole } from '../../console-context.ts';
import type { WrittenContent } from '../../editing/written-kind.ts';
import { useMedia } from './use-media.ts';

/** Where this browser remembers that translations are written beside the original. */
const key = 'sergi.editor.beside';

/** The language that was written in on the page which the first save has left. */
const localeBefore = (locales: readonly string[]): string | undefined => {
  const { locale } = (history.state ?? {}) as { readonly locale?: string };
  return locales.find((one) => one === locale);
};

/**
 * Which languages are on the screen: the chosen one, and on a wide screen the original beside it, where that is wanted.
 */
export const useLanguages = (content: WrittenContent) => {
  const { language, site } = useConsole();
  const [chosen, choose] = useState(
    () =>
      localeBefore(site.locales) ??
      [language, site.defaultLocale, ...site.locales].find((one) => content.translations[one]?.title) ??
      (site.locales.includes(language) ? language : site.defaultLocale),
  );
  const [isWanted, setWanted] = useState(() => localStorage.getItem(key) !== null);
  const isWide = useMedia('(min-width: 64rem)');
  const original = Object.keys(content.translations).find((one) => site.locales.includes(one)) ?? site.defaultLocale;
  const canBeside = isWide && site.locales.length > 1;
  const isBeside = canBeside && isWanted;
  const translation = chosen === original ? site.locales.find((one) => one !== original) : chosen;
  const locale = isBeside && translation ? translation : chosen;
  return {
    locale,
    choose,
    canBeside,
    isBeside,
    shown: isBeside ? [original, locale] : [locale],
    setBeside: (isOn: boolean) => {
      if (isOn) localStorage.setItem(key, 'on');
      else localStorage.removeItem(key);
      setWanted(isOn);
    },
  };
};
