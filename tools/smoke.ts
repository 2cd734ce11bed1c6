/**
 * `npm run smoke -- https://site`: proves on a deployed CDN, by the operator's AWS credentials, what `edgeSeconds` above its default relies on: that it
 * forgets an answer by its tag, that an answer ends at its moment, and that readers see neither. It publishes nothing.
 */
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { say, sayError } from './command-words.ts';
import { prove } from './smoke/prove.ts';
import { subjectOf } from './smoke/subject.ts';
import { stackFromEnvironment } from './stack.ts';

const usage = say('usage', { usage: say('smokeUsage') });

interface Order {
  readonly site: string | undefined;
  readonly otherEdge: string | undefined;
}

const readOrder = (): Order => {
  try {
    const { values, positionals } = parseArgs({ options: { edge: { type: 'string' } }, allowPositionals: true });
    const [site, ...others] = positionals;
    const isWrong = others.length > 0 || (site !== undefined && !URL.canParse(site));
    if (isWrong || (values.edge !== undefined && !isIP(values.edge))) throw new Error(usage);
    return { site: site?.replace(/\/$/, ''), otherEdge: values.edge };
  } catch (cause) {
    throw new Error(usage, { cause });
  }
};

const marks = { true: '✓', false: '✗', undefined: '–' } as const;

const run = async (): Promise<boolean> => {
  const clock = { now: Date.now, pause: (seconds: number) => pause(seconds * 1_000) };
  const order = readOrder();
  const subject = subjectOf(await stackFromEnvironment(), { ...order, clock });
  console.log(say('smokeBegins'));
  let isProved = true;
  for await (const finding of prove(subject)) {
    isProved &&= finding.isProved !== false;
    console.log(
      [`${marks[`${finding.isProved}`]} ${finding.what}`, ...(finding.seen ? [finding.seen] : [])].join('\n  '),
    );
  }
  console.log(say(isProved ? 'smokeProved' : 'smokeUnproved'));
  return isProved;
};

run().then(
  (isProved) => process.exit(isProved ? 0 : 1),
  (error: Error) => {
    console.error(sayError(error));
    process.exit(error.message === usage ? 2 : 1);
  },
);
