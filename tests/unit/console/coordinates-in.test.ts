import { describe, expect, it } from 'vitest';
import { coordinatesIn } from '../../../console/src/events/fields/coordinates-in.ts';

const here = { latitude: 40.3777, longitude: 49.892 };

describe('a point that somebody has pasted', () => {
  it.each([
    '40.3777, 49.8920',
    ' 40.3777,49.8920 ',
    '40.3777 49.8920',
    '40,3777; 49,8920',
    '40,3777, 49,8920',
    'geo:40.3777,49.8920?z=17',
    'https://www.google.com/maps/@40.3777,49.8920,17z',
    'https://www.google.com/maps/place/X/@40.1,49.1,17z/data=!3m1!4b1!4m6!3m5!8m2!3d40.3777!4d49.8920!16s',
    'https://maps.google.com/?q=40.3777,49.8920',
    'https://www.google.com/maps/search/?api=1&query=40.3777%2C49.8920',
    'https://www.openstreetmap.org/#map=17/40.3777/49.8920',
    'https://www.openstreetmap.org/?mlat=40.3777&mlon=49.8920#map=12/40.1/49.1',
    'https://yandex.com/maps/10253/baku/?ll=49.8920%2C40.3777&z=17',
    'https://yandex.ru/maps/?ll=49.1,40.1&pt=49.8920,40.3777&z=12',
    'https://2gis.az/baku?m=49.8920%2C40.3777%2F17',
    'https://2gis.az/baku/geo/70000001/49.8920,40.3777',
    'https://maps.apple.com/?ll=40.3777,49.8920&q=Museum',
  ])('is found in %s', (text) => {
    expect(coordinatesIn(text)).toEqual(here);
  });

  it.each([
    '',
    '40,37',
    '40.3777',
    'Baku',
    '91.5, 20.1',
    '40.1, 190.2',
    'https://maps.app.goo.gl/abc',
    'https://example.org/',
  ])('is not found in %j', (text) => {
    expect(coordinatesIn(text)).toBeUndefined();
  });
});
