import { describe, expect, it } from 'vitest';
import { inertHtml } from '../../../../console/src/text/inert-html.ts';

describe('the HTML of another program', () => {
  it.each([
    ['<html><head><title>x</title><base href="/"><style>p{}</style></head><body><p>a</p>', '<body><p>a</p>'],
    ['a<!-- <style> -->b<style>c</style>d', 'abd'],
    ['<p style="x" onclick=y>a</p>', '<p data-style="x" data-onclick=y>a</p>'],
    ['<![if !supportLists]>·<![endif]><o:p>a</o:p><header>b</header>', '·a<header>b</header>'],
    ['a<script>b', 'a'],
    ['a<style>b</style c>d', 'ad'],
    ['a<!--b', 'a'],
  ])('keeps what a person has written, and nothing that acts: %j', (html, inert) => {
    expect(inertHtml(html)).toBe(inert);
  });

  it.each([
    ['<style>'],
    ['<xml>'],
    ['<!--'],
    ['<![a'],
    ['</head'],
    ['<style></style'],
    ['<link '],
    ['<o:'],
    ['<a'],
    ['<a onx '],
  ])('takes about twice as long of twice the length, where nothing is closed: %j', (piece) => {
    const costOf = (length: number): number => {
      const html = piece.repeat(length / piece.length);
      const before = process.cpuUsage();
      inertHtml(html);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const most = 3;
    let [ofWhole, ofHalf] = [Infinity, Infinity];
    // A machine that is busy with other things shows in a few rounds, the square of a length in each.
    for (let round = 0; round < 3 || (round < 8 && ofWhole / ofHalf >= most); round += 1) {
      ofHalf = Math.min(ofHalf, costOf(500_000));
      ofWhole = Math.min(ofWhole, costOf(1_000_000));
    }
    expect(ofWhole / ofHalf).toBeLessThan(most);
  });
});
