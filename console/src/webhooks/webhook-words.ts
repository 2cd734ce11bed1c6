import type { webhookTypes } from '../../../shared/model/staff/webhook.ts';
import type { InLanguages } from '../words/words.ts';

type Type = (typeof webhookTypes)[number] | 'webhook.test';

/** What a webhook can be told of. */
export const typeWords: InLanguages<Readonly<Record<Type, string>>> = {
  en: {
    'event.published': 'Event published',
    'event.updated': 'Public event changed',
    'event.unpublished': 'Event withdrawn',
    'exhibition.published': 'Exhibition published',
    'exhibition.updated': 'Public exhibition changed',
    'exhibition.unpublished': 'Exhibition withdrawn',
    'page.published': 'Page of the site published',
    'page.updated': 'Public page of the site changed',
    'page.unpublished': 'Page of the site withdrawn',
    'notice.published': 'Notice published',
    'notice.updated': 'Public notice changed',
    'notice.unpublished': 'Notice withdrawn',
    'webhook.test': 'Test',
  },
  az: {
    'event.published': 'Tədbir dərc olunub',
    'event.updated': 'Dərc olunmuş tədbir dəyişdirilib',
    'event.unpublished': 'Tədbir dərcdən çıxarılıb',
    'exhibition.published': 'Sərgi dərc olunub',
    'exhibition.updated': 'Dərc olunmuş sərgi dəyişdirilib',
    'exhibition.unpublished': 'Sərgi dərcdən çıxarılıb',
    'page.published': 'Saytın səhifəsi dərc olunub',
    'page.updated': 'Saytın dərc olunmuş səhifəsi dəyişdirilib',
    'page.unpublished': 'Saytın səhifəsi dərcdən çıxarılıb',
    'notice.published': 'Elan dərc olunub',
    'notice.updated': 'Dərc olunmuş elan dəyişdirilib',
    'notice.unpublished': 'Elan dərcdən çıxarılıb',
    'webhook.test': 'Sınaq',
  },
  ru: {
    'event.published': 'Мероприятие опубликовано',
    'event.updated': 'Публичное мероприятие изменено',
    'event.unpublished': 'Мероприятие снято с публикации',
    'exhibition.published': 'Выставка опубликована',
    'exhibition.updated': 'Публичная выставка изменена',
    'exhibition.unpublished': 'Выставка снята с публикации',
    'page.published': 'Страница сайта опубликована',
    'page.updated': 'Публичная страница сайта изменена',
    'page.unpublished': 'Страница сайта снята с публикации',
    'notice.published': 'Объявление опубликовано',
    'notice.updated': 'Публичное объявление изменено',
    'notice.unpublished': 'Объявление снято с публикации',
    'webhook.test': 'Проверка',
  },
};

/** What goes wrong between here and a receiver, by the phrase that a delivery has of it. */
export const attemptErrorWords: InLanguages<Readonly<Partial<Record<string, string>>>> = {
  en: {},
  az: {
    'its name leads nowhere': 'belə ünvan yoxdur',
    'its name could not be resolved': 'ünvanın adı tapılmadı',
    'the connection was refused': 'qoşulmadan imtina etdi',
    'the connection was closed without an answer': 'cavab vermədən bağlantını kəsdi',
    'the connection timed out': 'qoşulmaq üçün vaxt bitdi',
    'it cannot be reached': 'əlçatan deyil',
    'did not answer within 15 s': '15 saniyə ərzində cavab vermədi',
    'answered something that is no HTTP': 'cavabı HTTP deyil',
  },
  ru: {
    'its name leads nowhere': 'такого адреса нет',
    'its name could not be resolved': 'имя адреса не найдено',
    'the connection was refused': 'отказал в соединении',
    'the connection was closed without an answer': 'закрыл соединение без ответа',
    'the connection timed out': 'истекло время соединения',
    'it cannot be reached': 'недоступен',
    'did not answer within 15 s': 'не ответил за 15 секунд',
    'answered something that is no HTTP': 'ответил не по HTTP',
  },
};
