import { describe, expect, it } from 'vitest';
import { command, useCloud } from './fixture-cloud.ts';
import { processed } from './processed.ts';

const cloud = useCloud();
const refused = (name: string) => ({ status: 400, body: expect.objectContaining({ name }) });
const arn = (queue: string) => `arn:aws:sqs:us-east-1:000000000000:${queue}`;
// The function behind the queue makes calls of its own meanwhile.
const callsOf = (action: string) => cloud().calls.filter((call) => call.action === action);

describe('a function that sends a message', () => {
  it('reaches the function behind the queue', async () => {
    const answer = await command(cloud(), 'send', { text: 'rəsm' });
    expect(answer).toMatchObject({ status: 200, body: { MessageId: expect.stringMatching(/^[\w-]{36}$/) } });
    expect(callsOf('sqs:SendMessage').at(-1)).toMatchObject({
      function: 'ApiFunction',
      resources: [arn('Jobs')],
      allowed: true,
      status: 200,
      body: { MessageBody: 'rəsm' },
    });
    await cloud().queue('Jobs').idle();
    expect(await processed(cloud())).toContainEqual({ body: 'rəsm', count: '1' });
  });

  it('may let it wait', async () => {
    await command(cloud(), 'send', { to: 'LETTERS', text: 'later', delay: 900 });
    const [letter] = cloud().queue('Letters').messages();
    expect(letter?.visibleAt).toBeGreaterThan(Date.now() + 890_000);
  });

  it('needs a grant, of its role or of the queue', async () => {
    expect((await command(cloud(), 'send', { to: 'LETTERS', text: 'by the policy of the queue' })).status).toBe(200);
    const answer = await command(cloud(), 'send', { to: 'FAILURES', text: 'no' });
    expect(answer).toEqual(refused('AccessDenied'));
    expect(answer.body.message).toContain(
      `is not authorized to perform: sqs:SendMessage on resource: ${arn('Failures')}`,
    );
    expect(cloud().queue('Failures').messages()).toEqual([]);
  });

  it('counts as use of the grant', async () => {
    await command(cloud(), 'send', { text: 'used' });
    const grant = { role: 'ApiRole', action: 'sqs:SendMessage', resource: arn('Jobs') };
    expect(cloud().usedGrants()).toContainEqual(expect.objectContaining(grant));
    expect(cloud().unusedGrants()).not.toContainEqual(expect.objectContaining(grant));
  });

  it('is refused a text that XML could not hold, or too long a one', async () => {
    expect(await command(cloud(), 'send', { text: '\u0000' })).toEqual(refused('InvalidMessageContents'));
    const text = 'x'.repeat(1024 * 1024 + 1);
    expect(await command(cloud(), 'send', { text })).toEqual(refused('InvalidParameterValue'));
  });

  it.each([
    ['throttle', 'RequestThrottled'],
    ['deny', 'AccessDenied'],
    ['error', 'InternalFailure'],
  ] as const)('meets the fault %s as SQS names it', async (respond, name) => {
    const remove = cloud().inject({ match: ({ action }) => action === 'sqs:SendMessage', respond, times: 1 });
    expect(await command(cloud(), 'send', { text: 'faulty' })).toEqual(refused(name));
    remove();
  });
});

describe('a function that sends a batch', () => {
  it('is told of each message what became of it', async () => {
    const entries = [
      { Id: 'a', MessageBody: 'first' },
      { Id: 'b', MessageBody: '\u0001' },
    ];
    const { body } = await command(cloud(), 'sendBatch', { entries });
    expect(body).toMatchObject({
      Successful: [{ Id: 'a', MessageId: expect.any(String) }],
      Failed: [{ Id: 'b', SenderFault: true, Code: 'InvalidMessageContents' }],
    });
    expect(callsOf('sqs:SendMessageBatch').at(-1)).toMatchObject({ resources: [arn('Jobs')], allowed: true });
    await cloud().queue('Jobs').idle();
    expect(await processed(cloud())).toContainEqual({ body: 'first', count: '1' });
  });

  const entries = (count: number, id: (index: number) => string = String, length = 1) =>
    Array.from({ length: count }, (_, index) => ({ Id: id(index), MessageBody: 'x'.repeat(length) }));
  it.each([
    ['no message', entries(0), 'EmptyBatchRequest'],
    ['eleven messages', entries(11), 'TooManyEntriesInBatchRequest'],
    ['two of one id', entries(2, () => 'same'), 'BatchEntryIdsNotDistinct'],
    ['an id with a slash', entries(1, () => 'a/b'), 'InvalidBatchEntryId'],
    ['more than 1 MiB', entries(2, String, 600_000), 'BatchRequestTooLong'],
  ])('is refused %s', async (_name, batch, name) => {
    expect(await command(cloud(), 'sendBatch', { entries: batch })).toEqual(refused(name));
  });
});

describe('a function that redrives dead letters', () => {
  const fail = async (text: string): Promise<void> => {
    const remove = cloud().inject({ match: ({ function: name }) => name === 'WorkerFunction', respond: 'deny' });
    await command(cloud(), 'send', { text });
    await cloud().queue('Jobs').idle();
    remove();
    expect(cloud().queue('Jobs').deadLetters()).toContainEqual(
      expect.objectContaining({ body: text, receiveCount: 3, source: arn('Jobs') }),
    );
  };

  it('sends each back to the queue that it comes from, as a new one', async () => {
    await fail('again');
    const answer = await command(cloud(), 'redrive');
    expect(answer).toMatchObject({ status: 200, body: { TaskHandle: expect.any(String) } });
    await cloud().queue('Jobs').idle();
    expect(await processed(cloud())).toContainEqual({ body: 'again', count: '1' });
    expect(cloud().queue('Jobs').deadLetters()).toEqual([]);
    expect(callsOf('sqs:StartMessageMoveTask').at(-1)).toMatchObject({ resources: [arn('Failures'), arn('Jobs')] });
    const used = cloud().usedGrants();
    for (const action of ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes']) {
      const grant = { role: 'ApiRole', action: `sqs:${action}`, resource: arn('Failures') };
      expect(used).toContainEqual(expect.objectContaining(grant));
    }
  });

  it('leaves what was sent to the dead-letter queue itself, unless it names a destination', async () => {
    cloud().queue('Failures').send('stray');
    await command(cloud(), 'redrive');
    expect(cloud().queue('Failures').messages()).toHaveLength(1);
    expect((await command(cloud(), 'redrive', { to: 'JOBS_ARN' })).status).toBe(200);
    await cloud().queue('Jobs').idle();
    expect(await processed(cloud())).toContainEqual({ body: 'stray', count: '1' });
  });

  it('needs permissions on both ends', async () => {
    const denied = async (action: string, queue: string, values: object) => {
      const answer = await command(cloud(), 'redrive', values);
      expect(answer).toEqual(refused('AccessDenied'));
      expect(answer.body.message).toContain(`sqs:${action} on resource: ${arn(queue)}`);
    };
    await denied('StartMessageMoveTask', 'Jobs', { from: 'JOBS_ARN' });
    await denied('SendMessage', 'Failures', { to: 'FAILURES_ARN' });
  });
});
