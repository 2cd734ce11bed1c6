import type { Language } from '../words/words.ts';

/**
 * Cities after which zones are called, where they are not called so in Azerbaijani or Russian: no browser knows all of
 * them.
 */
const cities: Readonly<Record<string, readonly [az: string, ru: string]>> = {
  'Asia/Almaty': ['Almatı', 'Алматы'],
  'Asia/Ashgabat': ['Aşqabad', 'Ашхабад'],
  'Asia/Baku': ['Bakı', 'Баку'],
  'Asia/Dubai': ['Dubay', 'Дубай'],
  'Asia/Jerusalem': ['Yerusəlim', 'Иерусалим'],
  'Asia/Seoul': ['Seul', 'Сеул'],
  'Asia/Shanghai': ['Şanxay', 'Шанхай'],
  'Asia/Tashkent': ['Daşkənd', 'Ташкент'],
  'Asia/Tbilisi': ['Tbilisi', 'Тбилиси'],
  'Asia/Tehran': ['Tehran', 'Тегеран'],
  'Asia/Tokyo': ['Tokio', 'Токио'],
  'America/New_York': ['Nyu-York', 'Нью-Йорк'],
  'Europe/Berlin': ['Berlin', 'Берлин'],
  'Europe/Brussels': ['Brüssel', 'Брюссель'],
  'Europe/Istanbul': ['İstanbul', 'Стамбул'],
  'Europe/Kyiv': ['Kiyev', 'Киев'],
  'Europe/London': ['London', 'Лондон'],
  'Europe/Madrid': ['Madrid', 'Мадрид'],
  'Europe/Moscow': ['Moskva', 'Москва'],
  'Europe/Paris': ['Paris', 'Париж'],
  'Europe/Rome': ['Roma', 'Рим'],
  'Europe/Vienna': ['Vyana', 'Вена'],
  'Europe/Warsaw': ['Varşava', 'Варшава'],
};

/**
 * The city after which people call a time zone: `Bakı` for `Asia/Baku`; where its name is not known in a language, as
 * the zone is written.
 */
export const zoneName = (timeZone: string, language: Language): string => {
  const written = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  const [az, ru] = cities[timeZone] ?? [written, written];
  return { az, ru, en: written }[language];
};
