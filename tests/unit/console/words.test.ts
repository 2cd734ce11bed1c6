import { describe, expect, it } from 'vitest';
import { addressWords } from '../../../console/src/addresses/words.ts';
import { calendarWords } from '../../../console/src/calendar/words.ts';
import { draftWords } from '../../../console/src/drafts/words.ts';
import { bulkWords } from '../../../console/src/entries/bulk-words.ts';
import { consentWords } from '../../../console/src/entries/consent-words.ts';
import { enterOneWords } from '../../../console/src/entries/one/words.ts';
import { pasteWords } from '../../../console/src/entries/paste/words.ts';
import { sheetPageWords } from '../../../console/src/entries/sheet/words.ts';
import { entryWords } from '../../../console/src/entries/words.ts';
import { attachmentWords } from '../../../console/src/events/attachment-words.ts';
import { fieldWords } from '../../../console/src/events/fields/words.ts';
import { listWords } from '../../../console/src/events/list/words.ts';
import { exhibitionFieldWords } from '../../../console/src/exhibitions/fields/words.ts';
import { stageWords } from '../../../console/src/exhibitions/publication/words.ts';
import { exhibitionWords } from '../../../console/src/exhibitions/words.ts';
import { hallWords } from '../../../console/src/hall/words.ts';
import { auditWords } from '../../../console/src/history/audit-words.ts';
import { historyWords } from '../../../console/src/history/words.ts';
import { homeWords } from '../../../console/src/home/words.ts';
import { jobWords } from '../../../console/src/jobs/words.ts';
import { editorWords } from '../../../console/src/juries/editor-words.ts';
import { sendWords } from '../../../console/src/juries/send-words.ts';
import { juryWords } from '../../../console/src/juries/words.ts';
import { mediaWords } from '../../../console/src/media/words.ts';
import { publicationWords } from '../../../console/src/publication/words.ts';
import { selectionWords } from '../../../console/src/selection/words.ts';
import { siteNameWords } from '../../../console/src/site/name-words.ts';
import { siteWords } from '../../../console/src/site/words.ts';
import { textWords } from '../../../console/src/text/words.ts';
import { orderWords } from '../../../console/src/ui/order-words.ts';
import { uploadWords } from '../../../console/src/uploads/words.ts';
import { wordsIn } from '../../../console/src/words/words.ts';

/** Every text of a catalogue by its place; functions are called with examples. */
const textsOf = (words: unknown, path = ''): [string, string][] => {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, String(words('X', 3))]];
  return Object.entries(words as object).flatMap(([name, value]) => textsOf(value, `${path}.${name}`));
};

describe('the words of the console', () => {
  it.each([
    ...[wordsIn, fieldWords, attachmentWords, mediaWords, uploadWords, jobWords, orderWords, historyWords, auditWords],
    ...[
      textWords,
      listWords,
      publicationWords,
      draftWords,
      homeWords,
      siteWords,
      siteNameWords,
      addressWords,
      calendarWords,
      exhibitionWords,
    ],
    ...[juryWords, editorWords, sendWords, entryWords, enterOneWords, consentWords, sheetPageWords, bulkWords],
    ...[selectionWords, hallWords, pasteWords],
    ...[exhibitionFieldWords, stageWords],
  ])('are in each language its own, and nowhere empty', (catalogue) => {
    const english = new Map(textsOf(catalogue.en));
    // Names of files and reasons, which have no words of their own, names of fonts, and words that two languages share.
    const shared = [
      ...['.pictures.failed', '.pictures.sending', '.picture.failed', '.picture.sending', '.begun', '.by', '.quoted'],
      ...['.roles.admin', '.signIn.noRole', '.inLanguage', '.numbered', '.endOfPart', '.views.source'],
      ...['.fonts.inter', '.fonts.notoSans'],
    ];
    for (const language of ['az', 'ru'] as const) {
      for (const [path, text] of textsOf(catalogue[language])) {
        expect(text.trim(), `${language} ${path}`).not.toBe('');
        if (!shared.includes(path)) expect(text, `${language} ${path}`).not.toBe(english.get(path));
      }
    }
  });
});
