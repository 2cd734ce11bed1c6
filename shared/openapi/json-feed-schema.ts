import type { JsonSchema } from './schemas.ts';

const text = (description: string): JsonSchema => ({ type: 'string', description });
const address = (description: string): JsonSchema => ({ type: 'string', format: 'uri', description });
const time = (description: string): JsonSchema => ({ type: 'string', format: 'date-time', description });

const item: JsonSchema = {
  type: 'object',
  properties: {
    id: text('The name of the item in feeds of this language; `_sergi.id` is its id.'),
    url: address('Its page.'),
    title: text('Its title.'),
    content_html: text('Its whole text with its pictures, as sanitized HTML with absolute addresses.'),
    content_text: text('In place of that, with `content=summary`, its summary, or its title where it has none.'),
    summary: text('Its summary. Absent where none was written.'),
    attachments: {
      type: 'array',
      items: { type: 'object' },
      description: 'Its files: `url`, `mime_type`, `title` and `size_in_bytes` of each. Absent where it has none.',
    },
    image: address('Its picture. Absent where it has none.'),
    date_published: time('When it became public.'),
    date_modified: time('When it was last published again. Absent where it was not.'),
    tags: { type: 'array', items: { type: 'string' }, description: 'Its category, and its campaign.' },
    language: text('The language of its texts.'),
    _sergi: {
      type: 'object',
      description: 'What JSON Feed has no field for: the id of the item, kind, time and place, picture in all sizes.',
    },
  },
  required: ['id', 'url', 'date_published'],
};

/** A page of the feed as JSON Feed 1.1 has it (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeedSchema: JsonSchema = {
  type: 'object',
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1', description: 'The version of the format.' },
    title: text('The title of the feed.'),
    home_page_url: address('The home page of the site.'),
    feed_url: address('The address of this page of the feed.'),
    next_url: address('The next page. Absent on the last one.'),
    language: text('The language of the feed.'),
    authors: { type: 'array', items: { type: 'object' }, description: 'The institution.' },
    items: { type: 'array', items: item, description: 'The items, newest first.' },
  },
  required: ['version', 'title', 'items'],
};
