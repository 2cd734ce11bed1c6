import { describe, expect, it } from 'vitest';
import { hasVisibleBody } from '../../../../shared/publishing/markdown/has-visible-body.ts';

describe('a body', () => {
  it.each([
    '&nbsp;',
    '&#8203;&#x2800;',
    '[](https://example.az)',
    '---',
    '- \n- ',
    '> ',
    '# ',
    '\u3164',
    '[a]: https://a.az',
  ])('that shows nothing is told: %j', (text) => {
    expect(hasVisibleBody(text)).toBe(false);
  });

  it.each([
    'a',
    '- a',
    '&lt;',
    '![](https://a.az/b.png)',
    '![](http://a.az/b.png)',
    '`x`',
    '&nbsp;.',
    '<!-- -->',
    '> 5',
  ])('that shows something is one: %j', (text) => {
    expect(hasVisibleBody(text)).toBe(true);
  });
});
