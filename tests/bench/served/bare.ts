/**
 * What answers are compared with: `node:http` alone, by paths. `/fixed` answers with the bytes of a page,
 * `/fixed-as-kept` with its headers too, `/query` with what a Query gives, and `/handler` with what the function's
 * handler gives. Tells its port, and to each message how many milliseconds of the processor it has taken.
 */
import { createServer } from 'node:http';
import { DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';

/** What `bare.ts` is started with. */
export interface Answers {
  /** The page of `/fixed`, in base64. */
  readonly page: string;
  /** The headers that a reader gets with it from the CDN. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: QueryCommandInput;
  /** The file of the handler's bundle, and the event that it is called with. */
  readonly entry: string;
  readonly event: object;
}

const { page, headers, query, entry, event }: Answers = JSON.parse(process.argv[2] ?? '');
const { handler } = await import(entry);
const dynamodb = new DynamoDBClient({});
const context = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 10_000 };
const fixed = Buffer.from(page, 'base64');

const answers: Readonly<Record<string, () => Promise<Buffer>>> = {
  '/fixed': async () => fixed,
  '/fixed-as-kept': async () => fixed,
  '/query': async () => {
    const { Items = [] } = await dynamodb.send(new QueryCommand(query));
    return Buffer.from(JSON.stringify(Items));
  },
  '/handler': async () => {
    const { body, isBase64Encoded } = await handler(event, context);
    return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  },
};

const server = createServer(async ({ url = '' }, response) => {
  const body = await answers[url]?.();
  const own = url === '/fixed-as-kept' ? headers : { 'content-type': 'application/json' };
  response.writeHead(200, { ...own, 'content-length': body?.length ?? 0 }).end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
