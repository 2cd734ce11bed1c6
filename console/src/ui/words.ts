import type { InLanguages } from '../words/words.ts';

const en = {
  up: (name: string) => `Move “${name}” up`,
  down: (name: string) => `Move “${name}” down`,
  remove: (name: string) => `Remove “${name}”`,
  moved: (name: string, place: number, of: number) => `“${name}” is now at place ${place} of ${of}.`,
  removed: (name: string) => `“${name}” is removed.`,
};

export const uiWords: InLanguages<typeof en> = {
  en,
  az: {
    up: (name) => `«${name}» yuxarı`,
    down: (name) => `«${name}» aşağı`,
    remove: (name) => `«${name}» sil`,
    moved: (name, place, of) => `«${name}» indi ${of} yerdən ${place}-ci yerdədir.`,
    removed: (name) => `«${name}» silindi.`,
  },
  ru: {
    up: (name) => `Переместить «${name}» выше`,
    down: (name) => `Переместить «${name}» ниже`,
    remove: (name) => `Удалить «${name}»`,
    moved: (name, place, of) => `«${name}» теперь на месте ${place} из ${of}.`,
    removed: (name) => `«${name}» удалено.`,
  },
};
