import { lazily } from '../lazily.ts';
import { phoneticKey, phoneticReadings } from './phonetic-key.ts';
import { plainLetters } from './words.ts';

/** How surely a word of a name is a surname, by its look: not at all, as likely as a given name, likely, surely. */
export const surnameLooks = { none: 0, either: 1, likely: 2, sure: 3 } as const;

export type SurnameLook = (typeof surnameLooks)[keyof typeof surnameLooks];

/** Endings that hardly any given name has: -ov(a), -yev(a), -ski, -skaya, -zadə, -oğlu, -enko. */
const sure = [
  /..[oe](?:va?|ff)$/,
  /..[ое]ва?$/,
  /..(?:[sc]ki[iy]?|[sc]ky|[sc]kaya)$/,
  /..[сц]к(?:и[ий]|ая)$/,
  /..z[aə]d[aəe]$/,
  /..з[аə]д[аеə]$/,
  /..o(?:g|gh)l[uo]$/,
  /..оглы$|..оглу$/,
  /..[еєe]нко$|..enko$/,
];

/** -lı and -li, which a few given names have. */
const likely = /...(?:l[ıiuü]|л[ыиуү])$/;

/** Given names that are made with Əli and Qulu, as surnames of some families are. */
const either = /..(?:[aə]li|q[uo]l[uo]|gul[ui]|kul[ui]|[аәə]ли|[гк]ул[уи])$/;

/** Given names with endings of surnames, by their keys. */
const givenNames = lazily(
  () =>
    new Set(
      [
        ...['Yakov', 'Yaqov', 'Iakov', 'Lev', 'Lyubov', 'Liubov', 'Yeva', 'Eva', 'Neva', 'Maeva', 'Alov', 'Prov'],
        ...['Nazlı', 'Güllü', 'Süslü', 'Emili', 'Natali', 'Vasili', 'Anatoli', 'Yuli'],
        ...['Şahzadə', 'Şəhzadə', 'Xanzadə', 'Gülzadə', 'Bəyzadə', 'Mirzadə'],
      ]
        .flatMap((name) => phoneticReadings(plainLetters(name)))
        .map(phoneticKey),
    ),
);

const isGivenName = (word: string): boolean => phoneticReadings(word).some((one) => givenNames().has(phoneticKey(one)));

const lookOfPart = (word: string): SurnameLook => {
  if (isGivenName(word)) return surnameLooks.none;
  const letters = word.toLowerCase().replace(/\u0307/g, '');
  if (sure.some((ending) => ending.test(letters))) return surnameLooks.sure;
  if (either.test(letters)) return surnameLooks.either;
  return likely.test(letters) ? surnameLooks.likely : surnameLooks.none;
};

/** How surely a word, in plain letters, is a surname by its look; a double one by the surest of its parts. */
export const surnameLookOf = (word: string): SurnameLook =>
  word
    .split(/[-‐‑]/u)
    .map(lookOfPart)
    .reduce((one, other) => (other > one ? other : one), surnameLooks.none);
