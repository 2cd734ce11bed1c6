import type { InLanguages } from '../words/words.ts';

const en = {
  previous: 'Previous month',
  next: 'Next month',
  today: 'Today',
  zone: (zone: string) => `All times are ${zone} time.`,
  keys: 'Arrow keys move from day to day, Page Up and Page Down from month to month. Enter goes to the first entry of the day.',
  kinds: { starts: 'Becomes public', ends: 'Leaves the public', takesPlace: 'Takes place' },
  exhibition: { opens: 'opens', closes: 'last day' },
  show: 'Show',
  empty: 'Nothing is planned in this month.',
  cut: 'There is more in this month than can be shown here.',
};

export const calendarWords: InLanguages<typeof en> = {
  en,
  az: {
    previous: 'Əvvəlki ay',
    next: 'Növbəti ay',
    today: 'Bu gün',
    zone: (zone) => `Bütün vaxtlar ${zone} vaxtı ilədir.`,
    keys: 'Ox düymələri günlər, Page Up və Page Down aylar arasında keçir. Enter günün ilk qeydinə aparır.',
    kinds: { starts: 'Dərc olunur', ends: 'Dərcdən çıxır', takesPlace: 'Keçirilir' },
    exhibition: { opens: 'açılış', closes: 'son gün' },
    show: 'Göstər',
    empty: 'Bu ayda heç nə planlaşdırılmayıb.',
    cut: 'Bu ayda burada göstərilə biləndən çox qeyd var.',
  },
  ru: {
    previous: 'Предыдущий месяц',
    next: 'Следующий месяц',
    today: 'Сегодня',
    zone: (zone) => `Время местное: ${zone}.`,
    keys: 'Стрелки переводят по дням, Page Up и Page Down — по месяцам. Enter ведёт к первой записи дня.',
    kinds: { starts: 'Публикуется', ends: 'Снимается с публикации', takesPlace: 'Состоится' },
    exhibition: { opens: 'открытие', closes: 'последний день' },
    show: 'Показать',
    empty: 'В этом месяце ничего не запланировано.',
    cut: 'В этом месяце записей больше, чем здесь можно показать.',
  },
};
