import { describe, expect, it } from 'vitest';
import { openapiDocument } from '../../../shared/openapi/document.ts';
import { refusalWords } from '../../../shared/openapi/refusal-words.ts';
import { wordings } from '../../../shared/refusals/word-reason.ts';

describe('the codes of refusals in the document', () => {
  it('are those of the catalogue, each with its English words', () => {
    const { RefusalCode, Problem } = openapiDocument('https://sergi.example').components.schemas;
    expect(RefusalCode?.enum).toEqual(Object.keys(wordings.en));
    expect(RefusalCode?.['x-enumDescriptions']).toMatchObject({
      required: 'is missing',
      tooLong: 'may have at most {max} characters',
      wrongType: 'must be {expected}',
      unknownLocale: 'is no language of this site; known are {known}',
      eventActionForbidden: 'The event {id} is {stage}: to {action} is for {actors}.',
    });
    expect(JSON.stringify(Problem)).toContain('"#/components/schemas/RefusalCode"');
  });

  it('name each parameter, and show nothing else of how words are made', () => {
    for (const [code, words] of Object.entries(refusalWords)) {
      expect(words, code).not.toMatch(/undefined|\[object|NaN|\$\{/);
      expect(words.trim(), code).not.toBe('');
      expect(typeof wordings.en[code as 'tooLong'] === 'function', code).toBe(
        /\{\w+\}/.test(words.replace(/\{"/g, '')),
      );
    }
  });
});
