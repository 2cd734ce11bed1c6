import { idOf, nameOf, type StaffEvent } from '../events/content.ts';
import type { InLanguages, Language } from '../words/words.ts';

/** The id under which Sergi does what time or an earlier act demands. */
export const sergiId = 'sergi';

export const actorWords: InLanguages<{ readonly byItself: string; readonly somebody: string }> = {
  en: { byItself: 'Sergi itself', somebody: 'somebody without a name' },
  az: { byItself: 'Sergi özü', somebody: 'adı bilinməyən şəxs' },
  ru: { byItself: 'Sergi (автоматически)', somebody: 'человек без имени' },
};

/** Who has done something: a person by name, or Sergi. */
export const actorName = (actor: StaffEvent['updatedBy'], language: Language): string => {
  const { byItself, somebody } = actorWords[language];
  return nameOf(actor) || (idOf(actor) === sergiId ? byItself : somebody);
};
