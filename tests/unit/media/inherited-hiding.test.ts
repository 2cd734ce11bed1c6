import { expect, it } from 'vitest';
import { hidingStylesAmong, type Style } from '../../../shared/media/documents/hidden/inherited-hiding.ts';

/** Styles of which somebody counts how often one is looked up. */
class CountedStyles extends Map<string, Style> {
  lookUps = 0;

  override get(name: string): Style | undefined {
    this.lookUps += 1;
    return super.get(name);
  }
}

const chain = (length: number, last: Style): CountedStyles =>
  new CountedStyles([
    ...Array.from({ length }, (_, n): [string, Style] => [`${n}`, { parent: `${n + 1}` }]),
    [`${length}`, last],
  ]);

it.each([
  ['hides its text', { isHidden: true }, 1_001],
  ['shows its text', { isHidden: false }, 0],
  ['says nothing of it', {}, 0],
  ['is based on the first', { parent: '0' }, 0],
])('a chain of styles whose last one %s is walked once', (_, last, hiding) => {
  const styles = chain(1_000, last);
  expect(hidingStylesAmong(styles).size).toBe(hiding);
  expect(styles.lookUps).toBeLessThan(3 * styles.size);
});

it('a style that says that its text is shown hides none, although it is based on one that does', () => {
  const styles = new Map<string, Style>([
    ['a', { isHidden: true }],
    ['b', { parent: 'a', isHidden: false }],
    ['c', { parent: 'b' }],
    ['d', { parent: 'a' }],
  ]);
  expect([...hidingStylesAmong(styles)]).toEqual(['a', 'd']);
});
