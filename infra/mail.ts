import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { listIndex } from '../shared/desk/store/table.ts';
import { bindPool } from './accounts.ts';
import { bindQueue } from './bind-queue.ts';
import { queueWithWorker } from './queue-with-worker.ts';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import type { StaffIdentity } from './staff-identity.ts';
import { bindIndex, bindTable, type Stores } from './stores.ts';

interface MailProps {
  readonly identity: StaffIdentity;
  readonly stores: Stores;
  readonly publicUrl: string;
  /** The address that mail comes from. */
  readonly mailFrom: string;
  readonly settings: Settings;
}

/**
 * The sender of mail to the staff. It may ask the user pool who is in a group and send from one address, by whichever
 * identity of SES an operator has verified for it: the stack makes none, since what proves it stands in the domain's
 * DNS.
 */
export class Mail extends Construct implements RedrivableQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #mailFrom: string;

  constructor(scope: Construct, id: string, { identity, stores, publicUrl, mailFrom, settings }: MailProps) {
    super(scope, id);
    this.#mailFrom = mailFrom;
    const fn = new SergiFunction(this, 'MailFunction', {
      name: 'mail',
      settings,
      memorySize: 512,
      // In the sandbox SES takes one mail a second.
      timeout: Duration.minutes(2),
    });
    fn.addEnvironment('PUBLIC_URL', publicUrl);
    fn.addEnvironment('MAIL_FROM', mailFrom);
    bindPool(fn, identity, ['ListUsersInGroup']);
    bindTable(fn, 'DESK_TABLE', stores.desk, [
      ...(['GetItem', 'BatchGetItem', 'Query'] as const),
      // Who was told, and why a message has failed.
      ...(['PutItem', 'DeleteItem', 'UpdateItem'] as const),
    ]);
    bindIndex(fn, stores.desk, listIndex);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        // In the sandbox SES asks for the right on the identity of the recipient too, who is known at run time only:
        // the condition alone binds the sender.
        resources: [Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName: '*' })],
        conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
      }),
    );
    Validations.of(fn.role ?? fn).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
      reason:
        'In the sandbox SES asks for the identity of each recipient; a condition names the one address that may send.',
    });
    ({ queue: this.queue, deadLetters: this.deadLetters } = queueWithWorker(this, {
      name: 'Mail',
      worker: fn,
      // Six times the function's timeout, as Lambda asks for: by then SES takes more again, where it had enough.
      visibilityTimeout: Duration.minutes(12),
      source: { batchSize: 1, maxConcurrency: settings.concurrency.mail },
    }));
  }

  /** Lets a function know that what it does is to be told to the staff. */
  announceTo(fn: SergiFunction): void {
    fn.addEnvironment('MAIL_FROM', this.#mailFrom);
  }

  /** Lets a function hand on what is due. */
  bind(fn: SergiFunction): void {
    this.announceTo(fn);
    bindQueue(fn, 'MAIL_QUEUE', this.queue);
  }
}
