import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightAt, renditionHeight, renditionsOf, widthsFor } from '../../../../shared/model/files/picture.ts';

describe('the widths of renditions', () => {
  it.each([
    [100, [100]],
    [320, [320]],
    [321, [320, 321]],
    [2000, [320, 480, 640, 960, 1280, 2000]],
    [2560, [320, 480, 640, 960, 1280, 2560]],
    [9000, [320, 480, 640, 960, 1280, 2560]],
  ])('of an image %i wide are %j', (width, widths) => {
    expect(widthsFor(width, 1000)).toEqual(widths);
  });

  it('of a scroll end where a format would', () => {
    expect(widthsFor(800, 17_000)).toEqual([320, 480, 640, 770]);
    expect(widthsFor(1, 100_000)).toEqual([]);
  });

  it('never enlarge, never repeat, and keep the shape to a pixel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (width, height) => {
        const widths = widthsFor(width, height);
        expect(new Set(widths).size).toBe(widths.length);
        for (const rendition of renditionsOf({ width, height, widths })) {
          expect(rendition.width).toBeLessThanOrEqual(width);
          expect(rendition.height).toBeLessThanOrEqual(renditionHeight);
          expect(rendition.height).toBe(heightAt(rendition.width, { width, height }));
          expect(Math.abs(rendition.height - (height * rendition.width) / width)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
