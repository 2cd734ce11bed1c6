import { expect } from 'vitest';
import type { Answer } from './clients/client.ts';
import { clockOfFunctions } from './cloud/clock-of-functions.ts';
import type { ProductCloud } from './cloud/product-cloud.ts';

/** A page of editors in two languages. */
export const about = (slug: string) => ({
  kind: 'page',
  translations: {
    az: { title: 'Haqqımızda', slug, summary: 'Kim olduğumuz', body: 'Biz **muzeyik**.' },
    en: { title: 'About us', slug: `${slug}-en`, body: 'We are a museum.' },
  },
});

/** What tests of pages of editors and of notices do on a cloud, which is there once they begin. */
export const editorsPagesOn = (cloud: () => ProductCloud) => {
  const create = async (content: object): Promise<string> => {
    const { status, body } = await cloud().ask('/v1/staff/events', { body: content });
    expect([status, body]).toEqual([201, expect.anything()]);
    return body.id;
  };

  /** Functions read what stands around pages once in ten seconds. */
  const html = async (path: string): Promise<Answer['body']> => {
    clockOfFunctions.ageCaches();
    return (await cloud().ask(path)).body;
  };

  return { create, html };
};
