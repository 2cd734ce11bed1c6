import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../http.ts';

/** An HTTP API's `CorsConfiguration`. */
export const apiCorsSchema = z.object({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.number().optional(),
});

type Cors = z.output<typeof apiCorsSchema>;

/** The headers of every answer to a page of an allowed origin. */
export const apiCorsHeaders = ({ headers: { origin } }: HttpRequest, cors: Cors): Record<string, string> => {
  const any = cors.AllowOrigins.includes('*');
  if (origin === undefined || (!any && !cors.AllowOrigins.includes(origin))) return {};
  return {
    'access-control-allow-origin': any ? '*' : origin,
    ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.ExposeHeaders.length > 0 && { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
    ...(!any && { vary: 'Origin' }),
  };
};

/**
 * The API's own answer to OPTIONS, independent of its routes.
 *
 * {@link https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html}
 */
export const apiPreflight = (request: HttpRequest, cors: Cors): HttpResponse => {
  const headers = apiCorsHeaders(request, cors);
  if (!headers['access-control-allow-origin'] || !request.headers['access-control-request-method']) {
    return { status: 204, headers: {} };
  }
  const { 'access-control-expose-headers': _forAnswers, ...allowed } = headers;
  return {
    status: 204,
    headers: {
      ...allowed,
      'access-control-allow-methods': cors.AllowMethods.join(','),
      ...(cors.AllowHeaders.length > 0 && { 'access-control-allow-headers': cors.AllowHeaders.join(',') }),
      ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
    },
  };
};
