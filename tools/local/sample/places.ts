/** Places of the sample; they do not exist. */
export const places = {
  hall: {
    name: { az: 'Böyük zal', en: 'Great Hall', ru: 'Большой зал' },
    address: { az: 'Nümunə küçəsi 1, Bakı', en: '1 Sample Street, Baku', ru: 'Баку, ул. Образцовая, 1' },
    latitude: 40.3706,
    longitude: 49.8372,
    accessibility: {
      az: 'Girişdə pandus və lift var; zalda eşitmə cihazları üçün induksiya döngəsi işləyir.',
      en: 'There is a ramp at the entrance and a lift; the hall has an induction loop.',
      ru: 'У входа есть пандус и лифт; в зале работает индукционная петля.',
    },
  },
  studio: {
    name: { az: 'Uşaq emalatxanası', en: 'Children’s studio', ru: 'Детская мастерская' },
    address: {
      az: 'Nümunə küçəsi 1, 2-ci mərtəbə, Bakı',
      en: '1 Sample Street, 2nd floor, Baku',
      ru: 'Баку, ул. Образцовая, 1, 2-й этаж',
    },
  },
  web: {
    name: { az: 'Onlayn', en: 'Online', ru: 'Онлайн' },
    onlineUrl: 'https://example.org/live',
  },
} as const;

const free = { az: 'Giriş pulsuzdur', en: 'Admission is free', ru: 'Вход свободный' };

export const prices = {
  free,
  concert: { az: '10 AZN, tələbələr üçün 5 AZN', en: '10 AZN, students 5 AZN', ru: '10 AZN, студентам 5 AZN' },
} as const;
