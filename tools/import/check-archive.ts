import { createReadStream } from 'node:fs';
import { type ArchiveOptions, checkLines, type SoundLine } from '../../shared/model/import/check-lines.ts';
import { addUnmapped, type ImportSummary } from '../../shared/model/import/import-summary.ts';
import { readLines } from '../../shared/model/import/read-lines.ts';
import { wordErrors } from '../../shared/refusals/field-error.ts';
import { commandLanguage } from '../command/command-language.ts';
import { say } from '../command/command-words.ts';

/** The lines of an archive that may be sent, one after the other. Why the others cannot is added to the summary. */
export const soundLines = async function* (
  path: string,
  options: ArchiveOptions,
  summary: ImportSummary,
): AsyncGenerator<SoundLine> {
  for await (const checked of checkLines(readLines(createReadStream(path)), options)) {
    const { number, externalId, sound, errors, unmapped, isUnmapped } = checked;
    addUnmapped(summary, unmapped);
    if (sound) {
      yield sound;
      continue;
    }
    const names = [...unmapped.categories, ...unmapped.tags].join(', ');
    summary.refused.push({
      line: number,
      externalId,
      errors: [
        ...wordErrors(errors, commandLanguage()),
        ...(isUnmapped ? [{ path: 'category', message: say('categoryUnmapped', { names }) }] : []),
      ],
    });
  }
};
