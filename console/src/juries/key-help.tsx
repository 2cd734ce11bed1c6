import { useWords } from '../console-context.ts';
import { useKeysOn } from './use-keys-on.ts';
import { juryWords } from './words.ts';

/** What keys do, and whether they do it. */
export const KeyHelp = () => {
  const texts = useWords(juryWords);
  const [isOn, setOn] = useKeysOn();
  return (
    <details className="jury-keys">
      <summary>{texts.keys}</summary>
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={({ target }) => setOn(target.checked)} />
        {texts.useKeys}
      </label>
      <p className="help">{texts.keysHelp}</p>
    </details>
  );
};
