import { describe, expect, it } from 'vitest';
import { inertHtml } from '../../../../console/src/text/inert-html.ts';
import { cpuTimeOf, growth } from '../../../support/cpu-time.ts';

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
  ])('takes about four times as long of four times the length, where nothing is closed: %j', (piece) => {
    const costOf = (length: number): number => cpuTimeOf(() => inertHtml(piece.repeat(length / piece.length)));
    const most = 9;
    expect(growth(costOf, 1_000_000, most)).toBeLessThan(most);
  });
});
