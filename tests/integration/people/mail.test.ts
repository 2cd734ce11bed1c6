import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Group } from '../../../shared/model/staff/role.ts';
import { putItems } from '../../fixtures/fixture.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const accounts = '/v1/staff/accounts';

/** Machines are busy. */
const patient = { timeout: 40_000 };

/** How many mails there were before. */
let before = 0;
beforeEach(() => {
  before = cloud.mails.length;
});

const sentMails = () => cloud.mails.slice(before);
/** Who got a mail since the test has begun, by the first part of the address. */
const told = (): string[] => sentMails().flatMap(({ to }) => to.map((address) => address.replace(/@.*/, '')));

/** Lets a minute pass, and waits until what was due by then is sent or set aside. */
const minute = async (): Promise<void> => {
  await cloud.trigger('EveryMinute');
  await cloud.queue('MailQueue').idle();
};

const setStatus = (id: string, status: string, as: Group, note?: string) =>
  cloud.ask(`/v1/staff/events/${id}/status`, { as, body: { status, ...(note && { note }) } });

/** A text that a contributor has sent for review. */
const sentForReview = async (title: string): Promise<string> => {
  const content = { category: 'events', translations: { az: { title, body: 'Gizli mətn' } } };
  const { id } = (await cloud.ask('/v1/staff/events', { as: 'contributor', body: content })).body;
  expect((await setStatus(id, 'inReview', 'contributor', 'Bu sözü heç kim oxumasın')).status).toBe(200);
  return id;
};

const choose = (as: Group, body: object) => cloud.ask('/v1/staff/me/mail', { as, method: 'PUT', body });

const account = async (name: string) =>
  (await cloud.ask(accounts)).body.items.find(({ email }: { email: string }) => email === `${name}@example.org`);

describe('consents that end within thirty days', () => {
  it('are told to editors and admins, by how many they are and by no name, and not again in the same week', async () => {
    const id = await cloud.exhibition();
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    for (const name of ['Zümrüd Baxışova', 'Kamal Orucov']) {
      await cloud.ask(`/v1/staff/exhibitions/${id}/artworks`, {
        body: { translations: { az: { title: 'Dəniz' } }, artist: child(name, { expiresOn: soon }) },
      });
    }
    await minute();
    expect(told().sort()).toEqual(['admin', 'editor']);
    const [mail] = sentMails();
    expect(mail?.subject).toBe('Consents that end within 30 days: 2');
    expect(mail?.text).toContain(`${cloud.url}/console/consent?list=ending`);
    expect(JSON.stringify(sentMails())).not.toMatch(/Zümrüd|Kamal|Quliyeva|Dəniz/);
    cloud.clock.ageCaches();
    await minute();
    expect(told()).toHaveLength(2);
  });
});

describe('a text that waits for review', () => {
  it('is told once to those who may publish it, together with others, by its title and without a word of its text', async () => {
    const first = await sentForReview('Rəsm müsabiqəsi');
    const second = await sentForReview('Yay məktəbi');
    await minute();
    expect(told().sort()).toEqual(['admin', 'editor']);
    const [{ subject, text } = { subject: '', text: '' }] = sentMails();
    expect(subject).toBe('To be reviewed: 2 texts');
    expect(text).toContain(`Rəsm müsabiqəsi\n${cloud.url}/console/events/${first}`);
    expect(text).toContain(`Yay məktəbi\n${cloud.url}/console/events/${second}`);
    expect(text).toContain(`${cloud.url}/console/my-mail`);
    expect(text).not.toMatch(/Gizli|oxumasın/);
    await minute();
    expect(told()).toHaveLength(2);
  });

  it('is told although the answer to the note of that is lost, and the client asks for it again', async () => {
    await sentForReview('Payız yarmarkası');
    const remove = cloud.inject({
      match: ({ action, body }) => action === 'dynamodb:PutItem' && JSON.stringify(body).includes('"MAIL#'),
      respond: 'lost',
      times: 1,
    });
    await minute();
    remove();
    expect(told().sort()).toEqual(['admin', 'editor']);
    expect(sentMails()).toHaveLength(2);
  });

  it('is not told to the one who has sent it, and to nobody once it was taken back or published', async () => {
    const own = await cloud.draft();
    await setStatus(own, 'inReview', 'admin');
    const published = await cloud.draft();
    await setStatus(published, 'inReview', 'admin');
    await cloud.publish(published);
    const taken = await sentForReview('Geri götürülən');
    await setStatus(taken, 'draft', 'contributor');
    await minute();
    expect(told()).toEqual(['editor']);
    expect(sentMails()[0]?.subject).toBe('To be reviewed: Sərgi');
  });

  it('and is sent back is told to the one alone who had sent it, in the language of their choice', async () => {
    const { body } = await cloud.ask('/v1/staff/me/mail', { as: 'contributor' });
    expect(body).toEqual({ from: 'sergi@example.org', kinds: ['returned', 'failure'], off: [] });
    expect(await choose('contributor', { off: [], language: 'ru' })).toMatchObject({ body: { language: 'ru' } });
    const id = await sentForReview('Dənizin rəngləri');
    await setStatus(id, 'draft', 'editor', 'Başlığı dəyişin');
    await minute();
    // It is no draft that waits for a review any more.
    expect(told()).toEqual(['contributor']);
    expect(sentMails()[0]?.subject).toBe('Возвращено: Dənizin rəngləri');
  });

  it('is told to nobody who was invited and has not signed in yet', async () => {
    const invitation = { email: 'aida@example.org', name: 'Aida Rəhimova', groups: ['editor'], language: 'az' };
    expect((await cloud.ask(accounts, { body: invitation })).status).toBe(201);
    before = cloud.mails.length;
    await sentForReview('Payız sərgisi');
    await minute();
    expect(told().sort()).toEqual(['admin', 'editor']);
  });
});

describe('what somebody has switched off', () => {
  it('is told to all others', async () => {
    await choose('editor', { off: ['review'] });
    await sentForReview('Qış oxuları');
    await minute();
    expect(told()).toEqual(['admin']);
    await choose('editor', { off: [] });
  });

  it('is refused by its field where it is no kind or no language, and is forgotten with the person', async () => {
    const wrong = await cloud.ask('/v1/staff/me/mail', {
      ...{ as: 'editor', method: 'PUT', body: { off: ['review', 'review'], language: 'de' } },
      headers: { 'accept-language': 'az' },
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['language', 'off']);
    expect((await cloud.ask('/v1/staff/me/mail', { as: 'juror' })).status).toBe(403);
    await choose('editor', { off: ['consent'] });
    const { id } = await account('editor');
    await cloud.ask(`/v1/staff/people/${id}/name`, { method: 'DELETE' });
    expect((await cloud.ask('/v1/staff/me/mail', { as: 'editor' })).body.off).toEqual([]);
  });
});

describe('an editor who was disabled, or is a juror by now', () => {
  it('is told nothing', async () => {
    const { id } = await account('editor');
    await cloud.ask(`${accounts}/${id}/disable`, { method: 'POST' });
    await sentForReview('Bahar bayramı');
    await minute();
    expect(told()).toEqual(['admin']);
    await cloud.ask(`${accounts}/${id}/enable`, { method: 'POST' });
    await cloud.ask(`${accounts}/${id}/groups`, { method: 'PUT', body: { groups: ['juror'] } });
    await sentForReview('Novruz');
    await minute();
    expect(told()).toEqual(['admin', 'admin']);
    await cloud.ask(`${accounts}/${id}/groups`, { method: 'PUT', body: { groups: ['editor'] } });
  });
});

describe('a mail', () => {
  it('that SES refuses once is sent again, and nobody gets theirs twice', async () => {
    await sentForReview('Sınaq');
    const remove = cloud.inject({ match: ({ action }) => action === 'ses:SendEmail', respond: 'throttle', times: 1 });
    await minute();
    remove();
    expect(told().sort()).toEqual(['admin', 'editor']);
  });

  it('about a text that cannot be read is sent once it can, and holds back no other', async () => {
    await sentForReview('Oxunmayan');
    await sentForReview('Oxunan');
    const match = ({ action, function: name }: { action: string; function: string }) =>
      action === 'dynamodb:GetItem' && name.startsWith('Mail');
    const remove = cloud.inject({ match, respond: 'deny', times: 1 });
    await minute();
    remove();
    expect(sentMails().map(({ subject }) => subject)).toEqual(
      ['Oxunan', 'Oxunan', 'Oxunmayan', 'Oxunmayan'].map((title) => `To be reviewed: ${title}`),
    );
  });

  it('is sent once to each, however often its message comes', async () => {
    const eventId = await sentForReview('Bir dəfə');
    await minute();
    expect(told()).toHaveLength(2);
    const { review } = (await cloud.ask(`/v1/staff/events/${eventId}`)).body;
    const due = [{ id: 'ten-times', kind: 'review', at: review.createdAt, eventId, by: 'nobody' }];
    for (let n = 0; n < 10; n += 1) cloud.queue('MailQueue').send(JSON.stringify({ due }));
    await cloud.queue('MailQueue').idle();
    expect(told()).toHaveLength(4);
  });

  it('that SES takes from nobody is set aside, found by admins with its reason, and sent once it is tried again', async () => {
    await sentForReview('Kənarda');
    const remove = cloud.inject({ match: ({ action }) => action === 'ses:SendEmail', respond: 'deny' });
    await minute();
    await expect.poll(() => cloud.queue('MailQueue').deadLetters().length, patient).toBe(1);
    const { body } = await cloud.ask('/v1/staff/set-aside');
    expect(body.queues).toContainEqual({ queue: 'mail', count: 1 });
    expect(body.items).toMatchObject([{ queue: 'mail', reason: 'AccessDeniedException' }]);
    remove();
    await cloud.ask('/v1/staff/replay', { body: { queue: 'mail', message: body.items[0].id } });
    await cloud.queue('MailQueue').idle();
    expect(told().sort()).toEqual(['admin', 'editor']);
    await sentForReview('Hamısı');
    const again = cloud.inject({ match: ({ action }) => action === 'ses:SendEmail', respond: 'error' });
    await minute();
    await expect.poll(() => cloud.queue('MailQueue').deadLetters().length, patient).toBe(1);
    again();
    expect((await cloud.ask('/v1/staff/replay', { body: { queue: 'mail' } })).body).toEqual({
      queue: 'mail',
      count: 1,
    });
  });
});

describe('what could not be done', () => {
  it('is told to admins, by the address of the exhibition whose public side cannot be brought up to date', async () => {
    const id = await cloud.exhibition();
    const artworkIds = await cloud.enterMany(id, 1);
    await cloud.act(id, 'selection', { artworkIds });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const remove = cloud.inject({
      match: ({ action }) => action === 's3:DeleteObjects' || action === 's3:DeleteObject',
      respond: 'deny',
    });
    await cloud.act(id, 'unpublish');
    await expect.poll(() => cloud.queue('PublisherQueue').deadLetters().length, patient).toBeGreaterThan(0);
    await minute();
    remove();
    // What another test has had tried again may be sent only now.
    const mails = sentMails().filter(({ text }) => text.includes(`${cloud.url}/console/exhibitions/${id}`));
    expect(mails).toMatchObject([{ to: ['admin@example.org'] }]);
  });

  it('is told to admins of a job that was given up, by what kind of job it is', async () => {
    const remove = cloud.inject({
      match: ({ action, function: name }) => name.includes('Publisher') && action === 'dynamodb:Query',
      respond: 'deny',
    });
    const { id } = (await cloud.ask('/v1/staff/rebuild', { body: {} })).body;
    await expect.poll(async () => (await cloud.ask(`/v1/staff/jobs/${id}`)).body.state, patient).toBe('failed');
    remove();
    await minute();
    const mails = sentMails().filter(({ subject }) => subject === 'Not done: Public pages rebuilt');
    expect(mails).toMatchObject([{ to: ['admin@example.org'] }]);
  });
});

describe('what cannot be read or written', () => {
  it('holds back no other mail, and nobody but the one whom it is about', async () => {
    const { id } = await account('editor');
    const unreadable = Array.from({ length: 100 }, (_, n) => ({
      ...{ pk: { S: 'DUE-MAIL' }, sk: { S: `2020-${n}` }, mail: { S: '{}' } },
    }));
    const choice = { pk: { S: `PERSON#${id}` }, sk: { S: 'MAIL' } };
    await putItems(cloud, 'DeskTable', [...unreadable, { ...choice, preferences: { S: '{}' } }]);
    await sentForReview('Hər halda');
    cloud.clock.ageCaches();
    const isMailOfWeek = ({ action, body }: { action: string; body?: unknown }) =>
      action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes('MAIL-WEEK');
    const remove = cloud.inject({ match: isMailOfWeek, respond: 'deny' });
    await expect(cloud.trigger('EveryMinute')).rejects.toThrow();
    remove();
    await expect.poll(() => cloud.queue('MailQueue').deadLetters().length, patient).toBe(1);
    expect(told()).toEqual(['admin']);

    const ended = unreadable.map((item) => ({ ...item, expiresAt: { N: '1' } }));
    await putItems(cloud, 'DeskTable', [...ended, { ...choice, preferences: { S: '{"off":[]}' } }]);
    await cloud.ask('/v1/staff/replay', { body: { queue: 'mail' } });
    await minute();
    expect(told()).toEqual(['admin', 'editor']);
  });
});
