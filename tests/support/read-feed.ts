import type { Answer } from './clients/api-client.ts';
import { ask } from './clients/client.ts';

/** The formats that feeds are written in, each with its type. */
export const formats = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
} as const;

type Format = keyof typeof formats;
export const allFormats = Object.keys(formats) as Format[];

/** A feed in a format, as text. */
export const readFeed = async (format: Format, query: Record<string, string>): Promise<Answer> => {
  const answer = await ask(`/v1/feed.${format}?${new URLSearchParams(query)}`);
  const isJson = format === 'json' && answer.status === 200;
  return isJson ? { ...answer, body: JSON.stringify(answer.body) } : answer;
};
