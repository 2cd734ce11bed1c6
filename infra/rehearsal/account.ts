/** The account and region that everything is deployed to. */
export const rehearsalAccount = '000000000000';
export const rehearsalRegion = 'eu-central-1';

/** The account's own keys in MiniStack, whose signature it does not check. */
export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/**
 * Calls a service of MiniStack as the account itself. Resolves with the text of its answer, throws where it refuses.
 */
export const callAws = async (service: string, url: string, init: RequestInit = {}): Promise<string> => {
  const scope = `${credentials.accessKeyId}/20260101/${rehearsalRegion}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  const answer = await fetch(url, { ...init, headers: { ...init.headers, authorization } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service}: ${answer.status} ${text}`);
  return text;
};

/**
 * The same for a service of Amazon's JSON protocol, whose actions have names such as `Logs_20140328.FilterLogEvents`.
 */
export const callAwsJson = async (service: string, url: string, action: string, input: object) => {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': action };
  const answer = await callAws(service, url, { method: 'POST', headers, body: JSON.stringify(input) });
  return JSON.parse(answer || '{}');
};
