import * as z from 'zod';
import { AwsError } from '../endpoint/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { matches } from '../iam/policy.ts';

const ruleSchema = z.object({
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.number().optional(),
});

/** A bucket's `CorsConfiguration`. */
export const bucketCorsSchema = z.object({ CorsRules: z.array(ruleSchema) });

export type CorsRule = z.output<typeof ruleSchema>;

const ruleFor = (rules: readonly CorsRule[], origin: string, method: string, headers: readonly string[]) =>
  rules.find(
    (rule) =>
      rule.AllowedMethods.includes(method) &&
      rule.AllowedOrigins.some((allowed) => matches(allowed, origin)) &&
      headers.every((name) => rule.AllowedHeaders.some((allowed) => matches(allowed.toLowerCase(), name))),
  );

const headersOf = (rule: CorsRule, origin: string): Record<string, string> => ({
  ...(rule.AllowedOrigins.includes('*')
    ? { 'access-control-allow-origin': '*' }
    : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }),
  'access-control-allow-methods': rule.AllowedMethods.join(', '),
  ...(rule.ExposedHeaders.length > 0 && { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
});

/** The headers that S3 adds to an answer for a page of another origin. */
export const bucketCorsHeaders = (
  { method, headers }: HttpRequest,
  rules: readonly CorsRule[],
): Record<string, string> => {
  const { origin } = headers;
  const rule = origin === undefined ? undefined : ruleFor(rules, origin, method, []);
  return rule && origin ? headersOf(rule, origin) : {};
};

/** Answers a browser's preflight request: {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html}. */
export const bucketPreflight = ({ headers }: HttpRequest, rules: readonly CorsRule[]): HttpResponse => {
  const { origin, 'access-control-request-method': method } = headers;
  if (!origin || !method)
    throw new AwsError(400, 'BadRequest', 'Insufficient information. Origin request header needed.');
  const asked = (headers['access-control-request-headers'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const names = asked.filter((name) => name !== '');
  const rule = ruleFor(rules, origin, method, names);
  if (!rule) throw new AwsError(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  return {
    status: 200,
    headers: {
      ...headersOf(rule, origin),
      ...(names.length > 0 && { 'access-control-allow-headers': names.join(', ') }),
      ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
    },
  };
};
