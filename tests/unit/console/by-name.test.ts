import { expect, it } from 'vitest';
import { byName } from '../../../console/src/ui/by-name.ts';

it('sorts names as the Azerbaijani alphabet has its letters, and Cyrillic ones after them', () => {
  const names = [
    'Жанна',
    'Əli',
    'İlqar',
    'Zaur',
    'Çingiz',
    'Cavid',
    'Elçin',
    'Fuad',
    'Ilham',
    'Şəhla',
    'Sara',
    'Əlisa',
  ];
  expect(names.sort(byName)).toEqual([
    ...['Cavid', 'Çingiz', 'Elçin', 'Əli', 'Əlisa', 'Fuad', 'Ilham', 'İlqar', 'Sara', 'Şəhla', 'Zaur', 'Жанна'],
  ]);
});
