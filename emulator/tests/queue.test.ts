import { describe, expect, it } from 'vitest';
import { useCloud } from './fixture-cloud.ts';
import { processed } from './processed.ts';

const cloud = useCloud();

describe('a queue with a function', () => {
  it('hands over again what a batch has reported as failed, and only that', async () => {
    const queue = cloud().queue('Jobs');
    for (const body of ['good', 'once', 'fine']) queue.send(body);
    await queue.idle();
    expect(await processed(cloud())).toEqual(
      expect.arrayContaining([
        { body: 'good', count: '1' },
        { body: 'fine', count: '1' },
        { body: 'once', count: '2' },
      ]),
    );
    expect(queue.deadLetters()).toEqual([]);
  });

  it('moves what has failed too often to the dead letters', async () => {
    const queue = cloud().queue('Jobs');
    queue.send('always');
    await queue.idle();
    expect(queue.deadLetters()).toEqual([expect.objectContaining({ body: 'always', receiveCount: 3 })]);
  });

  it('hands the whole batch over again when the function throws', async () => {
    const queue = cloud().queue('Jobs');
    queue.send('throw');
    await queue.idle();
    expect(queue.deadLetters()).toContainEqual(expect.objectContaining({ body: 'throw', receiveCount: 3 }));
  });

  it('hears of an object created below the prefix, and of no other', async () => {
    const { s3, queue } = cloud();
    await s3.put(s3.bucketName('Uploads'), 'other/1', 'x');
    await s3.put(s3.bucketName('Uploads'), 'incoming/a b+ə', 'hello');
    await queue('Jobs').idle();
    const records = (await processed(cloud()))
      .filter(({ body }) => body.startsWith('{'))
      .map(({ body }) => JSON.parse(body).Records);
    expect(records).toEqual([
      [
        expect.objectContaining({
          eventSource: 'aws:s3',
          eventName: 'ObjectCreated:Put',
          s3: expect.objectContaining({
            bucket: expect.objectContaining({ name: 'uploads' }),
            object: {
              key: 'incoming/a+b%2B%C9%99',
              size: 5,
              eTag: '5d41402abc4b2a76b9719d911017c592',
              sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
            },
          }),
        }),
      ],
    ]);
  });
});
