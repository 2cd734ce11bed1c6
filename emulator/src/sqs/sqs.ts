import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { account, queueArn, queueHost } from '../template/identity.ts';
import { propertiesOf, type Resource, type Template } from '../template/template.ts';

/** A message of a queue. Times are milliseconds since the epoch. */
export interface Message {
  readonly messageId: string;
  readonly body: string;
  readonly md5OfBody: string;
  readonly sentAt: number;
  firstReceivedAt?: number;
  receiveCount: number;
  /** When it can be received again. */
  visibleAt: number;
  /** True where its consumer has set that time. */
  isHidden?: boolean;
  /** Messages of one group share a queue fairly with those of others. */
  readonly group?: string | undefined;
  /** The ARN of the queue whose dead letter it has become. */
  readonly source?: string | undefined;
}

const queueSchema = z.object({
  VisibilityTimeout: z.number().default(30),
  DelaySeconds: z.number().default(0),
  MessageRetentionPeriod: z.number().default(4 * 24 * 3600),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
  FifoQueue: z.literal(false, 'FIFO queues are not known here').optional(),
});

/** A standard queue, with the visibility timeout and the redrive policy of the template. */
export class Queue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  deadLetters: Queue | undefined;
  /** How long a message is kept, in milliseconds. */
  readonly retention: number;
  /**
   * Called for every message before it arrives, which may throw; and for every one that has changed or has been
   * deleted.
   */
  readonly journal: {
    put(message: Message): void;
    update(message: Message): void;
    remove(messageId: string): void;
  } = { put: () => {}, update: () => {}, remove: () => {} };
  readonly #visibilityTimeout: number;
  #redeliveryDelay: number;
  readonly #sendDelay: number;
  readonly #maxReceiveCount: number;
  readonly #deadLetterArn: string | undefined;
  readonly #messages = new Map<string, Message>();
  readonly #inFlight = new Set<Message>();
  /** Those that a caller has received, and that become visible again by themselves. */
  readonly #lent = new Set<Message>();
  readonly #watchers = new Set<() => void>();

  constructor(resource: Resource, redeliveryDelay: number | undefined) {
    const { VisibilityTimeout, DelaySeconds, MessageRetentionPeriod, RedrivePolicy } = propertiesOf(
      resource,
      queueSchema,
    );
    this.name = resource.id;
    this.arn = queueArn(resource.id);
    this.url = `${queueHost}/${account}/${resource.id}`;
    this.#visibilityTimeout = VisibilityTimeout * 1000;
    this.#redeliveryDelay = redeliveryDelay ?? this.#visibilityTimeout;
    this.#sendDelay = DelaySeconds * 1000;
    this.retention = MessageRetentionPeriod * 1000;
    this.#maxReceiveCount = RedrivePolicy?.maxReceiveCount ?? Number.POSITIVE_INFINITY;
    this.#deadLetterArn = RedrivePolicy?.deadLetterTargetArn;
  }

  connect(queues: ReadonlyMap<string, Queue>): void {
    if (this.#deadLetterArn === undefined) return;
    this.deadLetters = queues.get(this.#deadLetterArn);
    if (!this.deadLetters)
      throw new Error(`Queue "${this.name}" redrives to ${this.#deadLetterArn}, which is not there`);
  }

  /**
   * Sets after how many milliseconds a failed message is received again; after the visibility timeout, where absent.
   */
  redeliverAfter(delay: number | undefined): void {
    this.#redeliveryDelay = delay ?? this.#visibilityTimeout;
  }

  /** Calls `changed` whenever messages arrive, are deleted, or become visible again. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  #changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Sends a new message; `delay` in milliseconds, that of the queue where absent; `group` as its MessageGroupId. */
  send(body: string, delay = this.#sendDelay, group?: string): Message {
    const md5OfBody = createHash('md5').update(body).digest('hex');
    const now = Date.now();
    const message = {
      ...{ messageId: randomUUID(), body, md5OfBody, sentAt: now, receiveCount: 0, visibleAt: now + delay },
      ...(group !== undefined && { group }),
    };
    this.restore([message]);
    return message;
  }

  restore(messages: readonly Message[]): void {
    for (const message of messages) {
      this.journal.put(message);
      this.#messages.set(message.messageId, message);
    }
    this.#changed();
  }

  /** At most `limit` visible messages; those received too often go to the dead-letter queue instead. */
  receive(limit: number): Message[] {
    const received: Message[] = [];
    const now = Date.now();
    for (const message of this.#fairly()) {
      if (received.length === limit) break;
      if (this.#inFlight.has(message) || message.visibleAt > now) continue;
      if (message.receiveCount >= this.#maxReceiveCount && this.deadLetters) {
        if (this.#becomesDeadLetter(message, this.deadLetters)) this.#changed();
        continue;
      }
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      this.#inFlight.add(message);
      this.journal.update(message);
      received.push(message);
    }
    return received;
  }

  /** At most `limit` visible messages, which nobody else receives for as many milliseconds. */
  lend(limit: number, timeout = this.#visibilityTimeout): Message[] {
    const now = Date.now();
    const visible = this.messages().filter((message) => !this.#inFlight.has(message) && message.visibleAt <= now);
    const lent = visible.slice(0, limit);
    for (const message of lent) {
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      message.visibleAt = now + timeout;
      this.#lent.add(message);
      this.journal.update(message);
    }
    return lent;
  }

  /** False where it cannot be kept there now: then it stays. */
  #becomesDeadLetter(message: Message, deadLetters: Queue): boolean {
    try {
      deadLetters.restore([{ ...message, visibleAt: 0, source: this.arn }]);
    } catch {
      message.visibleAt = Date.now() + this.#redeliveryDelay;
      return false;
    }
    this.#forget(message.messageId);
    return true;
  }

  /**
   * The messages in the order in which they are handed out: groups with few messages in process come first.
   *
   * {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html}
   */
  #fairly(): Iterable<Message> {
    const busy = new Map<string | undefined, number>();
    for (const { group } of this.#inFlight) if (group !== undefined) busy.set(group, (busy.get(group) ?? 0) + 1);
    if (busy.size === 0) return this.#messages.values();
    const share = ({ group }: Message) => busy.get(group) ?? 0;
    return [...this.#messages.values()].sort((a, b) => share(a) - share(b));
  }

  #forget(messageId: string): void {
    this.#messages.delete(messageId);
    this.journal.remove(messageId);
  }

  delete(message: Message): void {
    this.#forget(message.messageId);
    this.#inFlight.delete(message);
    this.#lent.delete(message);
    this.#changed();
  }

  /**
   * Sets after how many milliseconds a message in process can be received again; false where no such message is in
   * process.
   */
  hide(messageId: string, delay: number): boolean {
    const message = this.#messages.get(messageId);
    if (!message) return false;
    if (this.#lent.has(message) && message.visibleAt > Date.now()) {
      message.visibleAt = Date.now() + delay;
      this.#changed();
      return true;
    }
    if (!this.#inFlight.has(message)) return false;
    message.visibleAt = Date.now() + delay;
    message.isHidden = true;
    return true;
  }

  /** Leaves a failed message to be received again: at the time that its consumer has set, or after the timeout. */
  release(message: Message): void {
    if (!message.isHidden) message.visibleAt = Date.now() + this.#redeliveryDelay;
    message.isHidden = false;
    this.#inFlight.delete(message);
    if (this.#messages.has(message.messageId)) this.journal.update(message);
    this.#changed();
  }

  /** Leaves a message that nobody has come to process as if it had not been received. */
  giveBack(message: Message): void {
    message.receiveCount -= 1;
    message.visibleAt = 0;
    this.release(Object.assign(message, { isHidden: true }));
  }

  /** Advances the time of waiting messages, in milliseconds. */
  pass(time: number): void {
    for (const message of this.#messages.values()) message.visibleAt -= time;
    this.#changed();
  }

  /** Removes the messages that are not in process and that `chosen` selects, each once `move` has kept it elsewhere. */
  take(chosen: (message: Message) => boolean, move: (message: Message) => void): void {
    for (const message of this.messages().filter((one) => !this.#inFlight.has(one) && chosen(one))) {
      move(message);
      this.#forget(message.messageId);
    }
    this.#changed();
  }

  /** Deletes every message, also those in process. */
  clear(): void {
    for (const messageId of [...this.#messages.keys()]) this.#forget(messageId);
    this.#inFlight.clear();
    this.#changed();
  }

  messages(): readonly Message[] {
    return [...this.#messages.values()];
  }

  /** How many messages it holds. */
  get size(): number {
    return this.#messages.size;
  }

  /** How many messages can be received now. */
  visible(): number {
    const now = Date.now();
    return this.messages().filter((message) => !this.#inFlight.has(message) && message.visibleAt <= now).length;
  }

  /** True where a batch is ready: it is full, or its first message has been visible for `window` milliseconds. */
  isRipe(batchSize: number, window: number): boolean {
    const now = Date.now();
    let visible = 0;
    for (const message of this.#messages.values()) {
      if (this.#inFlight.has(message) || message.visibleAt > now) continue;
      visible += 1;
      if (visible === batchSize || message.visibleAt + window <= now) return true;
    }
    return false;
  }

  /** When the next message that is not in process will have been visible for `window` milliseconds. */
  nextRipeAt(window: number): number | undefined {
    let next: number | undefined;
    for (const message of this.#messages.values()) {
      if (!this.#inFlight.has(message)) next = Math.min(next ?? Number.POSITIVE_INFINITY, message.visibleAt + window);
    }
    return next;
  }

  /**
   * Resolves when every message has been processed or has become a dead letter, but for those whose delay has not
   * passed.
   */
  idle(): Promise<void> {
    const isDelayed = ({ receiveCount, visibleAt }: Message) => receiveCount === 0 && visibleAt > Date.now();
    return new Promise((resolve) => {
      const check = () => {
        if (!this.messages().every(isDelayed)) return;
        stop();
        resolve();
      };
      const stop = this.watch(check);
      check();
    });
  }
}

/** The template's queues by ARN. */
export const queuesOf = (template: Template, redeliveryDelay: number | undefined): Map<string, Queue> => {
  const all = template.all('AWS::SQS::Queue').map((resource) => new Queue(resource, redeliveryDelay));
  const queues = new Map(all.map((queue) => [queue.arn, queue]));
  for (const queue of all) queue.connect(queues);
  return queues;
};
