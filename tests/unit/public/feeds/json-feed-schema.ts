import * as z from 'zod';

const url = z.url({ protocol: /^https?$/ });
const date = z.iso.datetime({ offset: true });
const authors = z
  .array(
    z
      .strictObject({ name: z.string().optional(), url: url.optional(), avatar: url.optional() })
      .refine((author) => Object.keys(author).length > 0, 'says nothing'),
  )
  .optional();
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** An object whose own fields are known, and all others extensions: objects whose names begin with an underscore. */
const extensible = <T extends z.ZodRawShape>(shape: T) =>
  z
    .object(shape)
    .catchall(z.record(z.string(), z.unknown()))
    .superRefine((value, context) => {
      for (const name of Object.keys(value)) {
        if (!(name in shape) && !/^_[A-Za-z]/.test(name)) context.addIssue(`${name} is not in the specification`);
      }
    });

const itemSchema = extensible({
  id: z.string().min(1),
  url: url.optional(),
  external_url: url.optional(),
  title: z.string().optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  summary: z.string().optional(),
  image: url.optional(),
  banner_image: url.optional(),
  date_published: date.optional(),
  date_modified: date.optional(),
  authors,
  tags: z.array(z.string()).optional(),
  language: language.optional(),
  attachments: z
    .array(
      z.strictObject({
        url,
        mime_type: z.string(),
        title: z.string().optional(),
        size_in_bytes: z.number().optional(),
      }),
    )
    .optional(),
}).refine((item) => item.content_html !== undefined || item.content_text !== undefined, 'has no content');

/** JSON Feed 1.1, as its specification says (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeedSchema = extensible({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: url.optional(),
  feed_url: url.optional(),
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: url.optional(),
  icon: url.optional(),
  favicon: url.optional(),
  authors,
  language: language.optional(),
  expired: z.boolean().optional(),
  hubs: z.array(z.strictObject({ type: z.string(), url })).optional(),
  items: z.array(itemSchema),
})
  .refine(({ next_url: next, feed_url: own }) => next === undefined || next !== own, 'has itself for its next page')
  .refine(({ items }) => new Set(items.map((item) => item.id)).size === items.length, 'repeats an id');
