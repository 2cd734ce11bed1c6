import { describe, expect, it } from 'vitest';
import { jsonPermissions } from '../../src/iam/permissions.ts';
import { answerSqs } from '../../src/sqs/actions.ts';
import { Queue } from '../../src/sqs/sqs.ts';

const make = () => {
  const queue = new Queue({ id: 'Jobs', type: 'AWS::SQS::Queue', properties: { VisibilityTimeout: 60 } }, 20);
  const queues = new Map([[queue.arn, queue]]);
  const call = (operation: string, values: object) =>
    JSON.parse(String(answerSqs(operation, { QueueUrl: queue.url, ...values }, queues).body));
  const hide = (ReceiptHandle: string, VisibilityTimeout: number) =>
    call('ChangeMessageVisibility', { ReceiptHandle, VisibilityTimeout });
  return { queue, queues, call, hide };
};

const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('a message that somebody receives', () => {
  const receive = (call: ReturnType<typeof make>['call'], more: object = {}) =>
    call('ReceiveMessage', { MaxNumberOfMessages: 10, VisibilityTimeout: 30, ...more }).Messages ?? [];

  it("is nobody else's until it is given back or its time has passed", () => {
    const { queue, call, hide } = make();
    const { messageId, md5OfBody, sentAt } = queue.send('letter');
    const attributes = ['SentTimestamp', 'ApproximateReceiveCount'];
    expect(receive(call, { MessageSystemAttributeNames: attributes })).toEqual([
      {
        ...{ MessageId: messageId, ReceiptHandle: messageId, Body: 'letter', MD5OfBody: md5OfBody },
        Attributes: { SentTimestamp: String(sentAt), ApproximateReceiveCount: '1' },
      },
    ]);
    expect([receive(call), queue.visible()]).toEqual([[], 0]);
    expect(hide(messageId, 0)).toEqual({});
    expect(receive(call)).toHaveLength(1);
    queue.pass(30_000);
    expect(refusal(() => hide(messageId, 0))).toBe('MessageNotInflight');
    expect(receive(call)).toHaveLength(1);
  });

  it('is gone once it is deleted, and may be deleted twice', () => {
    const { queue, call } = make();
    const { messageId } = queue.send('letter');
    receive(call);
    const remove = () => call('DeleteMessage', { ReceiptHandle: messageId });
    expect([remove(), remove(), queue.messages()]).toEqual([{}, {}, []]);
  });
});

describe('a message that is put off by whoever works on it', () => {
  it('comes again when he has said, once he has let it go', () => {
    const { queue, hide } = make();
    queue.send('later');
    const [message] = queue.receive(1);
    expect(hide(message?.messageId ?? '', 43_200)).toEqual({});
    if (message) queue.release(message);
    expect(queue.receive(1)).toEqual([]);
    expect(queue.nextRipeAt(0)).toBeGreaterThan(Date.now() + 43_190_000);
    queue.pass(43_200_000);
    const [again] = queue.receive(1);
    expect(again).toMatchObject({ body: 'later', receiveCount: 2 });
    // The next time the timeout of the queue holds again.
    if (again) queue.release(again);
    expect(queue.nextRipeAt(0)).toBeLessThan(Date.now() + 1000);
  });

  it('must be one that is worked on, and not for longer than 12 hours', () => {
    const { queue, hide } = make();
    const { messageId } = queue.send('here');
    expect(refusal(() => hide(messageId, 5))).toBe('MessageNotInflight');
    expect(refusal(() => hide('nobody', 5))).toBe('ReceiptHandleIsInvalid');
    queue.receive(1);
    for (const seconds of [-1, 43_201, 1.5]) {
      expect(refusal(() => hide(messageId, seconds))).toBe('InvalidParameterValue');
    }
    expect(hide(messageId, 0)).toEqual({});
  });

  it('needs the permission for it on its queue', () => {
    const { queue, queues } = make();
    expect(jsonPermissions('sqs:ChangeMessageVisibility', { QueueUrl: queue.url }, queues)).toEqual([
      { action: 'sqs:ChangeMessageVisibility', resource: queue.arn },
    ]);
  });
});

describe('a queue whose messages belong to groups', () => {
  it('hands out those of a group first that nobody works on', () => {
    const { queue, call } = make();
    for (let n = 0; n < 5; n += 1) call('SendMessage', { MessageBody: 'loud', MessageGroupId: 'a' });
    expect(queue.receive(2).map(({ body }) => body)).toEqual(['loud', 'loud']);
    call('SendMessage', { MessageBody: 'quiet', MessageGroupId: 'b' });
    call('SendMessage', { MessageBody: 'alone' });
    expect(queue.receive(3).map(({ body }) => body)).toEqual(['quiet', 'alone', 'loud']);
  });

  it('refuses a group that SQS would', () => {
    const { call } = make();
    for (const MessageGroupId of ['', 'a b', 'a'.repeat(129)]) {
      expect(refusal(() => call('SendMessage', { MessageBody: 'x', MessageGroupId }))).toBe('InvalidParameterValue');
    }
  });
});
