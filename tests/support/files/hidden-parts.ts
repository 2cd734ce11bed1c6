import { expect, it } from 'vitest';
import { readDocumentFile } from '../../../shared/media/documents/read-document-file.ts';
import { documentRefusal } from '../../../shared/publishing/files/document-refusal.ts';
import { wordReason } from '../../../shared/refusals/word-reason.ts';
import { types } from './documents.ts';

/** What a document hides, which parts of it are told, and one that does. */
export type HidingCase = [what: string, hidden: string[], make: () => Promise<Buffer>];

/** Each of the documents says what it hides, and is published once an editor has confirmed it. */
export const itHides = (cases: readonly HidingCase[]): void => {
  it.each(cases)('that hides %s says so, and an editor must confirm it', async (_, hidden, make) => {
    const found = await readDocumentFile(await make(), types.pdf);
    expect(found.hidden).toEqual(hidden);
    const why = documentRefusal(found);
    expect(why).toMatchObject({ code: 'fileHidesParts', params: { hidden } });
    for (const language of ['az', 'en', 'ru'] as const)
      expect(why && wordReason(why, language)).toContain('confirmedFiles');
  });
};

/** None of the documents hides anything that counts. */
export const itHidesNothing = (cases: readonly (readonly [what: string, make: () => Promise<Buffer>])[]): void => {
  it.each(cases)('that hides %s hides nothing', async (_, make) => {
    expect(await readDocumentFile(await make(), types.pdf)).not.toHaveProperty('hidden');
  });
};
