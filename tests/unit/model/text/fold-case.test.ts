import { expect, it } from 'vitest';
import { foldCase } from '../../../../shared/model/text/fold-case.ts';

it.each(['İLQAR', 'ILQAR', 'ılqar', 'ilqar', 'İlqar'])('takes every i of %s for one letter', (name) => {
  expect(foldCase(name)).toBe('ilqar');
});
