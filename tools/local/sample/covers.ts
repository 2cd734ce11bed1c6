import { childDrawing } from './child-drawing.ts';
import { poster } from './poster.ts';

/** The pictures of the events: what each shows, and how it is drawn. */
export const covers = {
  concert: {
    draw: () => poster('arcs', 'dusk', 11),
    alt: {
      az: 'Tünd fonda simlər kimi dairəvi xətlər',
      en: 'Curved lines like strings on a dark ground',
      ru: 'Дуги, как струны, на тёмном фоне',
    },
  },
  workshop: {
    draw: () => poster('sheets', 'clay', 12),
    alt: {
      az: 'Masa üzərində vərəqlər və karandaşlar',
      en: 'Sheets of paper and pencils on a table',
      ru: 'Листы и карандаши на столе',
    },
  },
  lecture: {
    draw: () => poster('rays', 'spring', 13),
    alt: { az: 'Mərkəzdən yayılan rəngli şüalar', en: 'Coloured rays from a centre', ru: 'Цветные лучи из центра' },
  },
  night: {
    draw: () => poster('windows', 'night', 14),
    alt: { az: 'Gecə işıqlı pəncərələr', en: 'Lit windows at night', ru: 'Светящиеся окна ночью' },
  },
  talk: {
    draw: () => poster('waves', 'sea', 15),
    alt: { az: 'Dalğalar və sarı günəş', en: 'Waves and a yellow sun', ru: 'Волны и жёлтое солнце' },
  },
  film: {
    draw: () => poster('hills', 'clay', 16),
    alt: { az: 'Dağlar və ay', en: 'Mountains and a moon', ru: 'Горы и луна' },
  },
  awards: {
    draw: () =>
      childDrawing(
        1,
        ['#bfe3f7', '#7bb661'],
        [
          ['sun', 1060, 200, 1, '#ffd23f'],
          ['house', 400, 580, 1.3, '#e4572e'],
          ['person', 720, 700, 0.9, '#e4572e'],
          ['person', 850, 710, 0.8, '#3d5a80'],
        ],
      ),
    alt: {
      az: 'Uşaq rəsmi: ev, günəş və əl-ələ tutmuş iki uşaq',
      en: 'A child’s drawing: a house, the sun and two children holding hands',
      ru: 'Детский рисунок: дом, солнце и двое детей за руки',
    },
  },
  scans: {
    draw: () => poster('windows', 'spring', 18),
    alt: { az: 'Cərgə ilə düzülmüş çərçivələr', en: 'Frames in rows', ru: 'Рамки рядами' },
  },
} as const;

export type Cover = keyof typeof covers;
