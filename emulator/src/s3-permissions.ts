import { AwsError } from './aws-error.ts';
import type { IamPermission } from './dynamodb.ts';
import type { HttpRequest } from './http.ts';
import { bucketArn } from './identity.ts';
import { objectsToDelete } from './s3-versions.ts';

/** A key as it stands in an address; `undefined` where that is not well-formed. */
export const decodedKey = (encoded: string): string | undefined => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
};

/** The bucket and the key of a path-style address; the key is empty for the bucket itself. */
export const parseObjectPath = (path: string): { bucket: string; key: string } => {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  const decoded = decodedKey(key);
  // The engine keeps objects as files: no key may lead out of its folder.
  const leadsOut = decoded?.split('/').some((segment) => segment === '..' || segment === '.');
  if (decoded === undefined || leadsOut || bucket.startsWith('.')) {
    throw new AwsError(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
  return { bucket, key: decoded };
};

const optional: Readonly<Record<string, string>> = {
  'x-amz-tagging': 's3:PutObjectTagging',
  'x-amz-acl': 's3:PutObjectAcl',
};

/**
 * The permissions that a request to S3 needs.
 *
 * {@link https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html}
 */
export const s3Permissions = (request: HttpRequest): { action: string; permissions: IamPermission[] } => {
  const { method, headers } = request;
  const { bucket, key } = parseObjectPath(request.path);
  const query = new URLSearchParams(request.query);
  const arn = `${bucketArn(bucket)}/${key}`;
  const unknown = () =>
    new AwsError(501, 'NotImplemented', `The embedded cloud does not know ${method} ${request.path}?${request.query}`);
  if (
    headers['content-encoding']?.includes('aws-chunked') ||
    headers['x-amz-content-sha256']?.startsWith('STREAMING')
  ) {
    throw new AwsError(
      501,
      'NotImplemented',
      'Give the body of PutObject as a Buffer: streams with trailers are not known here.',
    );
  }
  if (['acl', 'tagging', 'uploads', 'uploadId', 'attributes'].some((name) => query.has(name))) throw unknown();
  if (query.has('versionId') && method !== 'DELETE') throw unknown();
  if (key === '') {
    if (query.has('versions')) {
      if (method !== 'GET') throw unknown();
      const permissions = [{ action: 's3:ListBucketVersions', resource: bucketArn(bucket) }];
      return { action: 's3:ListObjectVersions', permissions };
    }
    if (method === 'GET' && query.get('list-type') === '2') {
      return { action: 's3:ListObjectsV2', permissions: [{ action: 's3:ListBucket', resource: bucketArn(bucket) }] };
    }
    if (method === 'HEAD')
      return { action: 's3:HeadBucket', permissions: [{ action: 's3:ListBucket', resource: bucketArn(bucket) }] };
    if (method !== 'POST' || !query.has('delete')) throw unknown();
    const permissions = objectsToDelete(String(request.body)).map((one) => ({
      action: one.version === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion',
      resource: `${bucketArn(bucket)}/${one.key}`,
    }));
    return { action: 's3:DeleteObjects', permissions };
  }
  if (method === 'GET' || method === 'HEAD') {
    const action = method === 'GET' ? 's3:GetObject' : 's3:HeadObject';
    return { action, permissions: [{ action: 's3:GetObject', resource: arn }] };
  }
  if (method === 'DELETE') {
    const action = query.has('versionId') ? 's3:DeleteObjectVersion' : 's3:DeleteObject';
    return { action: 's3:DeleteObject', permissions: [{ action, resource: arn }] };
  }
  if (method !== 'PUT') throw unknown();
  const more = Object.entries(optional).filter(([header]) => headers[header] !== undefined);
  const put = [{ action: 's3:PutObject', resource: arn }, ...more.map(([, action]) => ({ action, resource: arn }))];
  const source = headers['x-amz-copy-source'];
  if (source === undefined) return { action: 's3:PutObject', permissions: put };
  const { bucket: from, key: copied } = parseObjectPath(`/${source.replace(/^\//, '')}`);
  return {
    action: 's3:CopyObject',
    permissions: [{ action: 's3:GetObject', resource: `${bucketArn(from)}/${copied}` }, ...put],
  };
};
