import { expect, it } from 'vitest';
import { licenceName } from '../../../../../shared/public/pages/item/licence-name.ts';

it.each([
  ['http://creativecommons.org/licenses/by-nc/4.0/', 'az', { name: 'CC BY-NC 4.0' }],
  ['http://creativecommons.org/licenses/by-sa/3.0/igo/', 'az', { name: 'CC BY-SA 3.0' }],
  ['http://creativecommons.org/publicdomain/zero/1.0/', 'ru', { name: 'CC0 1.0' }],
  ['http://creativecommons.org/publicdomain/mark/1.0/', 'ru', { name: 'Public Domain Mark 1.0' }],
  ['http://rightsstatements.org/vocab/InC/1.0/', 'az', { name: 'Müəllif hüququ qorunur' }],
  ['http://rightsstatements.org/vocab/CNE/1.0/', 'az', { name: 'Copyright not evaluated', lang: 'en' }],
  ['http://rightsstatements.org/vocab/CNE/1.0/', 'en', { name: 'Copyright not evaluated' }],
  ['http://rightsstatements.org/vocab/New/1.0/', 'en', { name: 'rightsstatements.org/vocab/New/1.0/' }],
  ['http://creativecommons.org/licenses/', 'en', { name: 'creativecommons.org/licenses/' }],
])('names %s in %s', (address, locale, name) => expect(licenceName(address, locale)).toEqual(name));
