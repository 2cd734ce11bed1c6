import type { OpenapiDocument } from '../../shared/openapi/document.ts';
import type { Parameter } from '../../shared/openapi/parameters.ts';
import { comment, key, schemaType } from './schema-type.ts';

type Operation = OpenapiDocument['paths'][string][string];

interface Response {
  readonly description: string;
  readonly headers?: object | undefined;
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>> | undefined;
}

const contentType = (content: Response['content']): string => {
  const types = Object.entries(content ?? {}).map(([type, { schema }]) => `${key(type)}: ${schemaType(schema)};`);
  return `{ ${types.join(' ')} }`;
};

const responseType = ({ headers = {}, content }: Response): string => {
  const names = Object.keys(headers).map((name) => `${key(name)}?: string;`);
  const header = `headers: { ${[...names, '[name: string]: unknown;'].join(' ')} };`;
  return `{ ${header} content${content ? `: ${contentType(content)}` : '?: never'}; }`;
};

const parametersType = (parameters: readonly Parameter[]): string => {
  const places = (['query', 'header', 'path'] as const).map((place) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) return `${place}?: never;`;
    const fields = here.map(({ name, required, schema, description }) => {
      const field = `${key(name)}${required ? '' : '?'}: ${schemaType(schema)};`;
      return description ? `${comment(description)}\n${field}` : field;
    });
    return `${place}${here.some(({ required }) => required) ? '' : '?'}: {\n${fields.join('\n')}\n};`;
  });
  return `{\n${[...places, 'cookie?: never;'].join('\n')}\n}`;
};

const operationType = (operation: Operation): string => {
  const { parameters = [], requestBody, responses } = operation;
  const body = requestBody
    ? `requestBody${requestBody.required ? '' : '?'}: { content: ${contentType(requestBody.content)} };`
    : 'requestBody?: never;';
  const answers = Object.entries<Response & { readonly $ref?: string }>(responses).map(([status, response]) => {
    const refusal = response.$ref?.split('/').at(-1);
    return `${status}: ${refusal ? `Refusals[${JSON.stringify(refusal)}]` : responseType(response)};`;
  });
  return `{\nparameters: ${parametersType(parameters)};\n${body}\nresponses: {\n${answers.join('\n')}\n};\n}`;
};

/**
 * The document as TypeScript: each named schema as a type, and `paths` in the form that openapi-fetch takes
 * (https://openapi-ts.dev/openapi-fetch/).
 */
export const documentTypes = ({ paths, components }: OpenapiDocument): string => {
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${schemaType(schema)};`,
  );
  const refusals = Object.entries<Response>(components.responses).map(
    ([name, response]) => `${name}: ${responseType(response)};`,
  );
  const routes = Object.entries(paths).map(([path, methods]) => {
    const operations = Object.entries(methods).map(
      ([method, operation]) =>
        `${comment(`${operation.summary}. ${operation.description}`)}\n${method}: ${operationType(operation)};`,
    );
    return `${key(path)}: {\n${operations.join('\n')}\n};`;
  });
  return [
    '// Made by `npm run client` from the contract.',
    ...schemas,
    `export interface Refusals {\n${refusals.join('\n')}\n}`,
    `export interface paths {\n${routes.join('\n')}\n}`,
    '',
  ].join('\n\n');
};
