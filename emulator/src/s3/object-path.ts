import { AwsError } from '../endpoint/aws-error.ts';

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
  // The engine stores objects as files: no key may lead out of its folder.
  const leadsOut = decoded?.split('/').some((segment) => segment === '..' || segment === '.');
  if (decoded === undefined || leadsOut || bucket.startsWith('.')) {
    throw new AwsError(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
  return { bucket, key: decoded };
};
