import { tokenPath } from './issuer-handler.ts';
import type { TokenRequest } from './token-request.ts';
import { readTokenSecret } from './token-secret.ts';

/**
 * Requests a token from the issuer that runs on a data folder. Throws its message where it refuses, and an error where
 * none answers.
 */
export const requestToken = async (data: string, issuer: string, request: TokenRequest): Promise<string> => {
  const response = await fetch(new URL(tokenPath, issuer), {
    method: 'POST',
    headers: { authorization: `Bearer ${readTokenSecret(data)}` },
    body: JSON.stringify(request),
  }).catch((cause) => {
    throw new Error(`No issuer answers at ${issuer}.`, { cause });
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
};
