import { describe, expect, it } from 'vitest';
import { NameIndex } from '../../../shared/model/names/name-index.ts';
import { nameKeys } from '../../../shared/model/names/name-keys.ts';
import { fileNameWithoutOthers, passagesNaming, withoutOthers } from '../../../shared/model/names/passages-naming.ts';

const own = new NameIndex([nameKeys('Nəzrinqa Vəliyeva')]);
const others = new NameIndex([nameKeys('Kamal Orucov'), nameKeys('Rəna Quliyeva')]);
const named = { own, others };
const isHit = (sentence: string) => [...(own.find(sentence).get(0) ?? [])].some((kind) => kind === 'full');

describe('a passage for a person', () => {
  it.each([
    ['Sərgidə Nəzrinqa Vəliyevanın rəsmi də var.', 'Sərgidə Nəzrinqa Vəliyevanın rəsmi də var.'],
    ['Birinci yeri Kamal Orucov və Nəzrinqa Vəliyeva tutub.', 'Birinci yeri […] və Nəzrinqa Vəliyeva tutub.'],
    ['Kamal, Nəzrinqa Vəliyeva və orucov gəlib.', '[…], Nəzrinqa Vəliyeva və […] gəlib.'],
    ['Tural, Nəzrinqa Vəliyeva və başqaları.', '[…], Nəzrinqa Vəliyeva və başqaları.'],
    ['Tural Əsgərov və Nəzrinqa Vəliyeva Bakıdan gəlib.', '[…] və Nəzrinqa Vəliyeva […] gəlib.'],
    ['Нэзринга Велиева и Камал Оруджев победили.', 'Нэзринга Велиева и […] победили.'],
    [
      'Nəzrinqa Vəliyeva: anasının telefonu +994 50 123 45 67, rena@mail.az',
      'Nəzrinqa Vəliyeva: anasının telefonu […]',
    ],
    // Others may share a part of the name.
    ['Leyla Vəliyeva və Nəzrinqa Vəliyeva', '[…] və Nəzrinqa Vəliyeva'],
    ['Leyla Vəliyeva Nəzrinqa Vəliyeva Leyla Vəliyeva', '[…] Nəzrinqa Vəliyeva […]'],
    ['Vəliyeva Leyla, Vəliyeva Nəzrinqa', '[…], Vəliyeva Nəzrinqa'],
    ['Nəzrinqa Quliyeva qalibdir', '[…] qalibdir'],
    ['Nəzrinqa Əsgərova və Nəzrinqa Vəliyeva gəlib.', '[…] və Nəzrinqa Vəliyeva gəlib.'],
    ['L. Vəliyeva ilə N. Vəliyeva', '[…] ilə N. Vəliyeva'],
    ['Tural və Nəzrinqa Vəliyeva gəlib.', '[…] və Nəzrinqa Vəliyeva gəlib.'],
    ['Nəzrinqa və Leyla Vəliyeva', 'Nəzrinqa və […]'],
    ['Nəzrinqa gülür, Vəliyeva ailəsi də.', 'Nəzrinqa gülür, Vəliyeva ailəsi də.'],
    // A longer form of the name is the person's own.
    ['Qalib Nəzrinqa Rəşad qızı Vəliyeva oldu.', 'Qalib Nəzrinqa Rəşad qızı Vəliyeva oldu.'],
    ['Нэзринга Рашадовна Велиева победила.', 'Нэзринга Рашадовна Велиева победила.'],
    ['Bu, Vəliyeva Nəzrinqa və N. Vəliyevadır.', '[…], Vəliyeva Nəzrinqa və N. Vəliyevadır.'],
    ['Nəzrinqa R. Vəliyeva gəlib.', 'Nəzrinqa R. Vəliyeva gəlib.'],
    // Addresses and accounts have no capitals.
    ['Nəzrinqa Vəliyeva, @leyla_q və @nezrinqa_q', 'Nəzrinqa Vəliyeva, @[…] və @[…]'],
    ['@nezrinqa_veliyeva #nezrinqaveliyeva #turalesgerov', '@nezrinqa_veliyeva #nezrinqaveliyeva #[…]'],
    ['https://example.az/xeber/nezrinqa-veliyeva-tural-esgerov', 'https://[…]/nezrinqa-veliyeva-[…]'],
    ['/az/nezrinqa-veliyeva-leyla-veliyeva', '/[…]/nezrinqa-veliyeva-[…]'],
    ['nezrinqa.veliyeva@mail.az', '[…]'],
    ['Nəzrinqa Vəliyeva gəldi.Leyla da.', 'Nəzrinqa Vəliyeva gəldi.[…] da.'],
  ])('names nobody else: %s', (text, said) => {
    expect(withoutOthers(text, named)).toBe(said);
  });

  it('is the sentence that names the person, and no other; the point of an initial ends none', () => {
    const text = 'Kamal birincidir. K. Orucov və Nəzrinqa Vəliyeva rəsm çəkib. Rəna Quliyeva da.\n\nSon.';
    expect(passagesNaming(text, named, isHit)).toEqual(['[…] və Nəzrinqa Vəliyeva rəsm çəkib.']);
  });

  it('ends where a space was forgotten behind a sentence, and not within the name', () => {
    expect(passagesNaming('Leyla getdi.Nəzrinqa Vəliyeva qaldı.Kamal da.', named, isHit)).toEqual([
      'Nəzrinqa Vəliyeva qaldı.',
    ]);
    expect(passagesNaming('Bu gün Nəzrinqa.Vəliyeva gəlib.', named, isHit)).toEqual([
      'Bu gün Nəzrinqa.Vəliyeva gəlib.',
    ]);
  });

  it('is short where a sentence is long', () => {
    const text = `${'söz '.repeat(500)}Nəzrinqa Vəliyeva ${'söz '.repeat(500)}`;
    const [passage = ''] = passagesNaming(text, named, isHit);
    expect(passage.length).toBeLessThan(420);
    expect(passage).toContain('Nəzrinqa Vəliyeva');
  });

  it('names a file without others', () => {
    expect(fileNameWithoutOthers('2022_nezrinqa-veliyeva_kamal-orucov.jpg', own)).toBe(
      '2022_nezrinqa-veliyeva_[…].jpg',
    );
    expect(fileNameWithoutOthers('nezrinqa-veliyeva ve nezrinqa-quliyeva.JPEG', own)).toBe(
      'nezrinqa-veliyeva […].JPEG',
    );
    // What looks like the ending of a file may be a name.
    expect(fileNameWithoutOthers('nezrinqa-veliyeva.Leyla', own)).toBe('nezrinqa-veliyeva.[…]');
  });
});
