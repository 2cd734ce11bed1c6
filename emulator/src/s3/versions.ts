import { AwsError } from '../endpoint/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { element } from './list.ts';

/**
 * The only version that an object has where a bucket keeps none: {@link
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html}.
 */
const nullVersion = 'null';

/** An object as the body of DeleteObjects names it. */
interface Named {
  readonly key: string;
  readonly version: string | undefined;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/gi, (_all, code?: string, name = '') =>
    code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );

/** The objects that the body of DeleteObjects names. */
export const objectsToDelete = (body: string): Named[] =>
  [...body.matchAll(/<Object>(.*?)<\/Object>/gs)].map(([, object = '']) => {
    const textOf = (tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(object)?.[1];
    const version = textOf('VersionId');
    return { key: unescaped(textOf('Key') ?? ''), version: version === undefined ? undefined : unescaped(version) };
  });

/** Throws where a request names a version of an object that does not exist in a bucket without versioning. */
export const requireNullVersion = ({ query, body }: HttpRequest): void => {
  const parameters = new URLSearchParams(query);
  const named = parameters.has('delete') ? objectsToDelete(String(body)).map(({ version }) => version) : [];
  if ([parameters.get('versionId') ?? undefined, ...named].every((version) => (version ?? nullVersion) === nullVersion))
    return;
  throw new AwsError(400, 'InvalidArgument', 'Invalid version id specified');
};

const known = ['versions', 'prefix', 'max-keys', 'key-marker', 'version-id-marker', 'x-id'];

/** Reads the headers of an object from the engine; `undefined` where it was deleted. */
type Head = (key: string) => Promise<HttpResponse['headers'] | undefined>;

const versionOf = (key: string, headers: HttpResponse['headers']): string =>
  [
    '<Version>',
    element('Key', key),
    element('VersionId', nullVersion),
    element('IsLatest', true),
    element('LastModified', new Date(String(headers['last-modified'])).toISOString()),
    element('ETag', String(headers.etag)),
    element('Size', String(headers['content-length'])),
    element('StorageClass', 'STANDARD'),
    '</Version>',
  ].join('');

/**
 * Answers ListObjectVersions for a bucket without versions: each object has one version.
 *
 * {@link https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html}
 */
export const listVersions = async (
  { query }: HttpRequest,
  bucket: string,
  keys: readonly string[],
  head: Head,
): Promise<HttpResponse> => {
  const parameters = new URLSearchParams(query);
  const foreign = [...parameters.keys()].find((name) => !known.includes(name));
  if (foreign) throw new AwsError(501, 'NotImplemented', `ListObjectVersions with ${foreign} is not known here`);
  const marker = parameters.get('key-marker') ?? '';
  const limit = Math.min(Number(parameters.get('max-keys') ?? 1000), 1000);
  const prefix = parameters.get('prefix') ?? '';
  const rest = keys.filter((key) => key.startsWith(prefix) && key > marker);
  const page = rest.slice(0, limit);
  const truncated = page.length > 0 && rest.length > page.length;
  const heads = await Promise.all(page.map(async (key) => [key, await head(key)] as const));
  const next = truncated
    ? element('NextKeyMarker', page.at(-1) ?? '') + element('NextVersionIdMarker', nullVersion)
    : '';
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    element('Name', bucket),
    element('Prefix', prefix),
    element('KeyMarker', marker),
    element('MaxKeys', limit),
    element('IsTruncated', truncated),
    next,
    ...heads.map(([key, headers]) => (headers ? versionOf(key, headers) : '')),
    '</ListVersionsResult>',
  ].join('');
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
};
