import { AwsError, xml } from '../endpoint/aws-error.ts';
import type { Objects } from './objects.ts';

const known = ['list-type', 'prefix', 'delimiter', 'max-keys', 'start-after', 'continuation-token', 'x-id'];

/** An element of XML with text in it. */
export const element = (name: string, value: string | number | boolean): string =>
  `<${name}>${xml(String(value))}</${name}>`;

/**
 * The content of an answer to ListObjectsV2. A continuation token is the last key of the page before, or the last
 * folder.
 *
 * {@link https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html}
 */
export const listObjects = (objects: Objects, bucket: string, parameters: URLSearchParams): string => {
  const foreign = [...parameters.keys()].find((name) => !known.includes(name));
  if (foreign) throw new AwsError(501, 'NotImplemented', `ListObjectsV2 with ${foreign} is not known here`);
  const text = (name: string) => parameters.get(name) ?? '';
  const [prefix, delimiter] = [text('prefix'), text('delimiter')];
  const after = text('continuation-token') || text('start-after');
  const limit = Math.min(Number(parameters.get('max-keys') ?? 1000), 1000);
  const isFolder = (entry: string) => delimiter !== '' && entry.includes(delimiter, prefix.length);
  /** The key itself, or the folder that stands for it and all beside it. */
  const entryOf = (key: string): string => {
    return isFolder(key) ? key.slice(0, key.indexOf(delimiter, prefix.length) + delimiter.length) : key;
  };
  const entries = [...new Set(objects.keys(bucket, prefix).map(entryOf))].filter((entry) => entry > after);
  const page = entries.slice(0, limit);
  const contents = page.map((entry) => {
    const head = isFolder(entry) ? undefined : objects.head({ bucket, key: entry });
    if (!head) return `<CommonPrefixes>${element('Prefix', entry)}</CommonPrefixes>`;
    const modified = new Date(head['last-modified'] ?? '').toISOString();
    const facts = element('ETag', head.etag ?? '') + element('Size', head['content-length'] ?? '0');
    return `<Contents>${element('Key', entry)}${element('LastModified', modified)}${facts}</Contents>`;
  });
  const isTruncated = page.length > 0 && entries.length > page.length;
  return [
    ...[element('Name', bucket), element('Prefix', prefix), element('KeyCount', page.length)],
    ...[element('MaxKeys', limit), element('IsTruncated', isTruncated)],
    ...(isTruncated ? [element('NextContinuationToken', page.at(-1) ?? '')] : []),
    ...contents,
  ].join('');
};
