import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type StaffProcess, startStaff } from '../../support/cloud/staff-process.ts';

let staff: StaffProcess;
beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
});
afterAll(() => staff.stop());

const text = (title: string) => ({ title, description: `${title}.` });

const change = (id: string, patch: object) =>
  staff.call('updateExhibition', { params: { id }, body: JSON.stringify(patch), headers: { 'if-match': '*' } });

it('marks the translations of an exhibition that are older than the original, until they are changed or found to be right', async () => {
  const translations = { az: text('Dəniz'), en: text('The sea'), ru: text('Море') };
  const { id, outdatedLocales } = (await staff.call('createExhibition', { body: JSON.stringify({ translations }) }))
    .body;
  expect(outdatedLocales).toEqual([]);
  const outdated = async () => (await staff.call('getStaffExhibition', { params: { id } })).body.outdatedLocales;

  // What is no text makes no translation old.
  await change(id, { opensOn: '2022-11-18', translations: { az: { slug: 'deniz' } } });
  expect(await outdated()).toEqual([]);
  await change(id, { translations: { az: { description: 'Dəniz və gəmilər.' } } });
  expect(await outdated()).toEqual(['en', 'ru']);
  await change(id, { translations: { en: { description: 'The sea and ships.' } } });
  expect(await outdated()).toEqual(['ru']);
  const marked = await change(id, { upToDateLocales: ['ru'] });
  expect(marked).toMatchObject({ status: 200, body: { outdatedLocales: [], translations: { ru: text('Море') } } });

  const refused = await change(id, { translations: { ru: null }, upToDateLocales: ['ru'] });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'translations.ru', code: 'required' }] } });
  const { items } = (await staff.call('listStaffExhibitions', { query: { status: 'draft' } })).body;
  expect(items).toMatchObject([{ id, outdatedLocales: [] }]);

  // A restored version is a change of the texts in which it differs.
  const current = (await staff.call('getStaffExhibition', { params: { id } })).body.version;
  const restored = await staff.call('restoreExhibitionRevision', {
    params: { id, version: '1' },
    version: current,
    body: '{}',
  });
  expect(restored).toMatchObject({ status: 200, body: { outdatedLocales: ['ru'] } });
});
