import * as z from 'zod';
import type { HttpResponse } from '../http.ts';
import { propertiesOf, type Template } from '../template/template.ts';

const taggedSchema = z.object({
  DistributionConfig: z.object({ CacheTagConfig: z.object({ HeaderName: z.string().toLowerCase() }).optional() }),
});

/** How many tags of an object are kept; those after them are not. */
const mostTags = 50;

/** What a tag may be: visible ASCII but for commas. */
const tagFormat = /^[\x21-\x2b\x2d-\x7e]{1,256}$/;

/** The header, in lower case, in which answers name their cache tags; `undefined` where the distribution reads none. */
export const tagHeaderOf = (template: Template): string | undefined => {
  const [distribution] = template.all('AWS::CloudFront::Distribution');
  return distribution && propertiesOf(distribution, taggedSchema).DistributionConfig.CacheTagConfig?.HeaderName;
};

/** The tag that an item of an invalidation names; `undefined` where the item is a path. Case does not count. */
export const tagOfItem = (item: string): string | undefined =>
  item.startsWith('#') ? item.slice(1).toLowerCase() : undefined;

export const isTagItem = (item: string): boolean => item.startsWith('#') && tagFormat.test(item.slice(1));

/**
 * The tags that an answer is kept with, in lower case.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-by-tags.html}
 */
export const tagsOf = ({ headers }: HttpResponse, header: string | undefined): ReadonlySet<string> => {
  const given = header === undefined ? undefined : headers[header];
  if (given === undefined) return new Set();
  const named = String(given).split(',');
  const tags = named.map((tag) => tag.trim().toLowerCase()).filter((tag) => tagFormat.test(tag));
  return new Set(tags.slice(0, mostTags));
};
