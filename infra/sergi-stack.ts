import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { categoryIndex, listIndex } from '../shared/desk/store/table.ts';
import {
  consentFormsPrefix,
  erasuresPrefix,
  incomingPrefix,
  juryPrefix,
  originalsPrefix,
  publishedPrefix,
  renditionsPrefix,
} from '../shared/media/keys.ts';
import { Accounts } from './accounts.ts';
import { Api } from './api.ts';
import { bindQueue } from './bind-queue.ts';
import { Console } from './console.ts';
import { ContentDelivery } from './content-delivery.ts';
import { Ingest } from './ingest.ts';
import { Invalidator } from './invalidator.ts';
import { Mail } from './mail.ts';
import { Maintenance } from './maintenance.ts';
import { Observability } from './observability.ts';
import { Publisher } from './publisher.ts';
import { bindFailures, bindRedrive } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { StaffIdentity } from './staff-identity.ts';
import { bindBucket, bindIndex, bindTable, bindVersions, Stores } from './stores.ts';
import { ChangeStreamConsumer } from './stream-consumer.ts';
import { Views } from './views.ts';
import { Webhooks } from './webhooks.ts';

export class SergiStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      description: 'Sergi: a publishing backend for public institutions',
      terminationProtection: settings.stage === 'production',
    });
    const stores = new Stores(this, 'Stores', settings);
    const identity = new StaffIdentity(this, 'StaffIdentity', settings);
    const api = new Api(this, 'Api', identity);
    const delivery = settings.cdn
      ? new ContentDelivery(this, 'Delivery', { api: api.http, media: stores.media, settings })
      : undefined;
    const publicUrl = settings.publicUrl ?? delivery?.url ?? '';
    if (delivery && identity.signIn) {
      const { signIn } = identity;
      identity.wordInvitations(publicUrl, settings);
      new Console(this, 'Console', { delivery, identity, signIn, originals: stores.originals, publicUrl, settings });
    }
    const ingest = new Ingest(this, 'Ingest', stores, settings);

    const answering = { settings, memorySize: 1024, timeout: Duration.seconds(29) };
    const publicApi = new SergiFunction(this, 'PublicApiFunction', { name: 'public-api', ...answering });
    publicApi.addEnvironment('PUBLIC_URL', publicUrl);
    bindTable(publicApi, 'SHOWCASE_TABLE', stores.showcase, ['GetItem', 'BatchGetItem', 'Query']);
    api.serve('public-api', publicApi);

    const syndication = new SergiFunction(this, 'SyndicationFunction', { name: 'syndication', ...answering });
    syndication.addEnvironment('PUBLIC_URL', publicUrl);
    bindTable(syndication, 'SHOWCASE_TABLE', stores.showcase, ['GetItem', 'BatchGetItem', 'Query']);
    api.serve('syndication', syndication);

    const pages = new SergiFunction(this, 'PagesFunction', { name: 'pages', ...answering });
    pages.addEnvironment('PUBLIC_URL', publicUrl);
    bindTable(pages, 'SHOWCASE_TABLE', stores.showcase, ['GetItem', 'BatchGetItem', 'Query']);
    api.serve('pages', pages);

    const staffApi = new SergiFunction(this, 'StaffApiFunction', { name: 'staff-api', ...answering });
    staffApi.addEnvironment('PUBLIC_URL', publicUrl);
    staffApi.addEnvironment('UNUSED_UPLOAD_DAYS', String(settings.unusedUploadDays));
    staffApi.addEnvironment('LIMITS', JSON.stringify(settings.limits));
    bindTable(staffApi, 'DESK_TABLE', stores.desk, [
      ...(['GetItem', 'BatchGetItem', 'Query'] as const),
      ...(['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'] as const),
    ]);
    bindIndex(staffApi, stores.desk, listIndex);
    bindIndex(staffApi, stores.desk, categoryIndex);
    bindTable(staffApi, 'SHOWCASE_TABLE', stores.showcase, ['PutItem', 'DeleteItem']);
    bindBucket(staffApi, 'ORIGINALS_BUCKET', stores.originals, {
      [incomingPrefix]: ['PutObject', 'DeleteObjectVersion'],
      [originalsPrefix]: ['DeleteObjectVersion'],
      [renditionsPrefix]: ['GetObject', 'DeleteObjectVersion'],
      [juryPrefix]: ['GetObject'],
      [erasuresPrefix]: ['PutObject'],
      [consentFormsPrefix]: ['GetObject', 'DeleteObjectVersion'],
    });
    bindVersions(staffApi, stores.originals);
    bindBucket(staffApi, 'MEDIA_BUCKET', stores.media, {
      [publishedPrefix]: ['GetObject', 'PutObject', 'DeleteObject'],
    });
    api.serve('staff-api', staffApi);

    const accounts = new Accounts(this, 'People', { identity, stores, settings });
    api.serve('accounts', accounts.fn);
    api.serve('jurors', accounts.jurors);

    const openapi = new SergiFunction(this, 'OpenapiFunction', { name: 'openapi', ...answering });
    openapi.addEnvironment('PUBLIC_URL', publicUrl);
    api.serve('openapi', openapi);

    const assets = new SergiFunction(this, 'AssetsFunction', {
      ...{ name: 'assets', ...answering },
      withFile: 'openseadragon/build/openseadragon/openseadragon.min.js',
      withFonts: true,
    });
    api.serve('assets', assets);

    for (const fn of [publicApi, syndication, pages, openapi, assets]) delivery?.announceTo(fn);

    const views = new Views(this, 'Views', stores, settings);
    api.serve('views', views.fn);

    const publisher = new Publisher(this, 'Publisher', { stores, publicUrl, settings });
    publisher.bind(staffApi);
    bindRedrive(staffApi, 'uploads', ingest);
    bindRedrive(staffApi, 'exhibitions', publisher);
    bindRedrive(staffApi, 'views', views);
    const maintenance = new Maintenance(this, 'Upkeep', stores, settings);
    publisher.bind(maintenance.fn);
    const webhooks = new Webhooks(this, 'Webhooks', stores, settings);
    webhooks.bind(staffApi);
    webhooks.bind(maintenance.fn);
    bindRedrive(staffApi, 'webhooks', webhooks);
    const { mailFrom } = settings;
    const mail = mailFrom && new Mail(this, 'Mail', { identity, stores, publicUrl, mailFrom, settings });
    if (mail) {
      mail.announceTo(staffApi);
      mail.announceTo(publisher.fn);
      mail.bind(maintenance.fn);
      bindRedrive(staffApi, 'mail', mail);
    }
    const streamConsumer = new ChangeStreamConsumer(this, 'Follower', stores.showcase, settings);
    bindFailures(staffApi, streamConsumer.failures);
    bindTable(streamConsumer.fn, 'SHOWCASE_TABLE', stores.showcase, [
      ...(['GetItem', 'Query', 'BatchGetItem'] as const),
      ...(['PutItem', 'DeleteItem', 'BatchWriteItem'] as const),
    ]);
    const invalidator =
      delivery &&
      new Invalidator(this, 'Invalidator', {
        ...{ streamConsumer, distribution: delivery.distribution },
        ...{ api: api.http, stores, settings },
      });
    // Pages ask the CDN for counts of views: what is withdrawn leaves them.
    if (delivery) bindQueue(streamConsumer.fn, 'VIEWS_QUEUE', views.queue);
    if (invalidator) {
      for (const fn of [staffApi, publisher.fn, maintenance.fn, streamConsumer.fn]) invalidator.bind(fn);
    }
    invalidator?.letConfirm(maintenance.fn);
    streamConsumer.fn.addEnvironment('PUBLIC_URL', publicUrl);
    webhooks.bind(streamConsumer.fn);
    const watched = {
      api: api.http,
      uploads: ingest.deadLetters,
      publications: publisher.deadLetters,
      views: views.deadLetters,
      ...(mail && { mail: mail.deadLetters }),
      maintenance: maintenance.fn,
      webhooks,
      streamConsumers: [streamConsumer.fn, ...(invalidator ? [invalidator.fn] : [])],
      changes: streamConsumer.failures,
      invalidator,
    };
    new Observability(this, 'Observability', watched, settings);

    new CfnOutput(this, 'ApiUrl', { value: api.http.apiEndpoint });
    new CfnOutput(this, 'PublicUrl', { value: publicUrl });
    if (delivery) new CfnOutput(this, 'DistributionId', { value: delivery.distribution.distributionId });
    if (identity.signIn) new CfnOutput(this, 'ConsoleUrl', { value: `${publicUrl}/console` });
    new CfnOutput(this, 'StaffPoolId', { value: identity.pool.userPoolId });
    new CfnOutput(this, 'StaffClientId', { value: identity.client.userPoolClientId });
    new CfnOutput(this, 'MediaBucketName', { value: stores.media.bucketName });
  }
}
