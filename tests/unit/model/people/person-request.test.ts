import { describe, expect, it } from 'vitest';
import { dueDayOf } from '../../../../shared/model/people/person-request.ts';

describe('the day by which a request must be answered', () => {
  it.each([
    ['2026-11-28', '2026-12-28'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2027-02-28', '2027-03-28'],
    ['2026-12-31', '2027-01-31'],
    ['2027-08-31', '2027-09-30'],
  ])('is one calendar month after %s: %s', (receivedOn, dueOn) => {
    expect(dueDayOf(receivedOn, undefined, false)).toBe(dueOn);
  });

  it('is two months later where the time was extended, counted from the day of receipt', () => {
    expect(dueDayOf('2027-01-31', undefined, true)).toBe('2027-04-30');
    expect(dueDayOf('2026-11-30', undefined, true)).toBe('2027-02-28');
  });

  it('is as many days later as the settings of the site say', () => {
    expect(dueDayOf('2027-02-20', 10, false)).toBe('2027-03-02');
    expect(dueDayOf('2027-02-20', 10, true)).toBe('2027-05-02');
  });
});
