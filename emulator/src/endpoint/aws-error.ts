import { randomUUID } from 'node:crypto';
import type { HttpRequest, HttpResponse } from '../http.ts';

/** A refusal or a failure, with AWS's error code. */
export class AwsError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const numbered = (char: string): string => `&#x${char.charCodeAt(0).toString(16)};`;

/** Text escaped for XML. */
export const xml = (text: string): string => text.replace(/[&<>"\p{Cc}]/gu, (char) => escaped[char] ?? numbered(char));

/** An error in the format of the services that speak JSON. */
export const jsonErrorResponse = ({ status, code, message }: AwsError): HttpResponse => ({
  // They refuse with 400 what S3 refuses with 403.
  status: status < 500 ? 400 : status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message, Message: message }),
});

/**
 * An error in the format of the service: S3 and CloudFront each have their own XML, SES its own JSON, and the others
 * another.
 */
export const errorResponse = (request: HttpRequest, error: AwsError): HttpResponse => {
  if (request.headers['x-amz-target']) return jsonErrorResponse(error);
  const { status, code, message } = error;
  const requestId = randomUUID();
  if (request.headers.authorization?.includes('/ses/aws4_request')) {
    const headers = { 'content-type': 'application/json', 'x-amzn-errortype': code, 'x-amzn-requestid': requestId };
    return { status, headers, body: JSON.stringify({ message }) };
  }
  if (request.headers.authorization?.includes('/cloudfront/aws4_request')) {
    const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${xml(message)}</Message></Error>`;
    const body = `<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
    return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body };
  }
  const body =
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${xml(message)}</Message>` +
    `<Resource>${xml(request.path)}</Resource><RequestId>${requestId}</RequestId></Error>`;
  const headers = { 'content-type': 'application/xml', 'x-amz-request-id': requestId };
  return { status, headers, body: request.method === 'HEAD' ? '' : body };
};
