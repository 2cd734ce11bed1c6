import { expect, it } from 'vitest';
import { isSameJson } from '../../../../shared/model/json/is-same-json.ts';

it.each([
  [{ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 }, true],
  [{ a: undefined }, {}, true],
  [{ a: null }, {}, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [JSON.parse('{"__proto__": {}}'), {}, false],
])('%j and %j are the same: %s', (one, other, expected) => {
  expect(isSameJson(one, other)).toBe(expected);
  expect(isSameJson(other, one)).toBe(expected);
});
