/**
 * `npm run smoke -- https://site`: proves on a deployed CDN, by the operator's AWS credentials, what `edgeSeconds`
 * above its default relies on: that it forgets an answer and a file by its tag, that each ends at its moment, and that
 * readers see neither. It publishes nothing: the files are probes of its own, which it deletes, also where it is ended.
 */
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { say, sayError } from './command/command-words.ts';
import { parseCommand } from './command/parse-command.ts';
import { isWebAddress } from './command/web-address.ts';
import { onEnd } from './local/on-end.ts';
import { prove } from './smoke/prove.ts';
import { subjectOf } from './smoke/subject.ts';
import { stackFromEnvironment } from './stack.ts';

const usage = say('usage', { usage: say('smokeUsage') });

interface Order {
  readonly site: string | undefined;
  readonly otherEdge: string | undefined;
}

const readOrder = (): Order => {
  const options = { edge: { type: 'string' } } as const;
  const { values, positionals } = parseCommand(usage, { options, allowPositionals: true });
  const [site, ...others] = positionals;
  const isWrong = others.length > 0 || (site !== undefined && !isWebAddress(site));
  if (isWrong || (values.edge !== undefined && !isIP(values.edge))) throw new Error(usage);
  return { site: site?.replace(/\/$/, ''), otherEdge: values.edge };
};

const marks = { true: '✓', false: '✗', undefined: '–' } as const;

const fail = (error: Error): never => {
  console.error(sayError(error));
  process.exit(error.message === usage ? 2 : 1);
};

const run = async (): Promise<boolean> => {
  const clock = { now: Date.now, pause: (seconds: number) => pause(seconds * 1_000) };
  const order = readOrder();
  const subject = subjectOf(await stackFromEnvironment(), { ...order, clock });
  onEnd(() => subject.close().then(() => process.exit(130), fail));
  console.log(say('smokeBegins'));
  let isProved = true;
  try {
    for await (const finding of prove(subject)) {
      isProved &&= finding.isProved !== false;
      console.log(
        [`${marks[`${finding.isProved}`]} ${finding.what}`, ...(finding.seen ? [finding.seen] : [])].join('\n  '),
      );
    }
  } finally {
    await subject.close();
  }
  console.log(say(isProved ? 'smokeProved' : 'smokeUnproved'));
  return isProved;
};

run().then((isProved) => process.exit(isProved ? 0 : 1), fail);
