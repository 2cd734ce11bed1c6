/**
 * `node tests/bench/names.ts`: what it costs to compare texts with the withheld names of an exhibition, beside
 * rendering them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withheldEntryOf } from '../../shared/model/names/withheld-entry.ts';
import { WithheldNames } from '../../shared/model/names/withheld-names.ts';
import { renderMarkdown } from '../../shared/publishing/markdown/render-markdown.ts';
import { readersTexts } from '../../shared/publishing/mentions/readers-text.ts';
import { quantile } from './measure.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const table = new Table();
const folder = join(import.meta.dirname, '../unit/model/names/ordinary-texts');
const texts = ['az', 'en', 'ru'].map((language) => readFileSync(join(folder, `${language}.txt`), 'utf8'));

const longest = sized(100_000, 5_000);

/** The longest event that there can be: three languages of 100,000 characters each. */
const bodies = texts.map((text) => {
  // No paragraph is like another: what is remembered of words counts as little as it can.
  let body = '';
  for (let n = 0; body.length < longest; n += 1)
    body += `${text.replace(/(\p{L}{4,}) /gu, `$1${'aeiou'[n % 5]} `)}\n\n`;
  return body.slice(0, longest);
});

const given = ['Aysel', 'Bahar', 'Lalə', 'Nur', 'Rəşad', 'Günel', 'Orxan', 'Fidan', 'Tural', 'Nigar'];
/** As the desk keeps them. */
const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const name = `${given[n % given.length]} ${['Məmməd', 'Əli', 'Hüseyn', 'Qasım'][n % 4]}${n}ova`;
    const id = `01ARZ3NDEKTSV4RRFFQ6${String(n).padStart(6, '0')}`;
    const days = { grantedOn: '2022-01-01', expiresOn: '2030-01-01' };
    const consent = { guardian: `Rəna ${name}`, ...days, image: true, name: 'none' as const };
    return withheldEntryOf({ id, entryNumber: n + 1, artist: { name, isMinor: true, consent } });
  }).flatMap((entry) => entry ?? []);

const entries = entriesOf(1_000);
const size = entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0);

/** Milliseconds of the processor: other processes do not count. */
const timed = (work: () => void, rounds = sized(7, 1)): number => {
  const all = Array.from({ length: rounds }, () => {
    const begun = process.cpuUsage();
    work();
    return process.cpuUsage(begun).user / 1000;
  });
  return quantile(all);
};

const compare = (count: number): number =>
  timed(() => {
    const names = new WithheldNames(entries.slice(0, count), new Date('2026-11-28'), 'Asia/Baku');
    for (const text of bodies) names.mentionsIn(readersTexts({ field: 'body', text, form: 'markdown' }), () => 'event');
  });

const rendered = timed(() => {
  for (const body of bodies) renderMarkdown(body);
});
const [ten, thousand] = [compare(10), compare(1_000)];
table.note('300,000 characters rendered', rendered, 'ms of the processor');
table.note('names of a child and a guardian, stored', size / entries.length, 'bytes', 700);
table.note('300,000 characters compared with 1,000 children', thousand, 'ms of the processor');
table.note(
  '1,000 children : 10 children',
  thousand / ten,
  `(${thousand.toPrecision(3)} : ${ten.toPrecision(3)} ms)`,
  3,
);
table.note('compared with 1,000 children : rendered', thousand / rendered, '', 20);
table.print();
