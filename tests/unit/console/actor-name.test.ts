import { describe, expect, it } from 'vitest';
import { actorName } from '../../../console/src/people/actor-name.ts';

describe('who has done something', () => {
  it('is a person by name, and Sergi where nobody has asked it to', () => {
    expect(actorName({ id: '4f0c', name: 'Leyla' }, 'az')).toBe('Leyla');
    expect(actorName({ id: '4f0c' }, 'az')).toBe('adı bilinməyən şəxs');
    expect(actorName({ id: 'sergi' }, 'az')).toBe('Sergi özü');
    expect(actorName({ id: 'sergi' }, 'en')).toBe('Sergi itself');
    expect(actorName({ id: 'sergi' }, 'ru')).toBe('Sergi (автоматически)');
  });
});
