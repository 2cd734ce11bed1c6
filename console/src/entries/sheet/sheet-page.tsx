import { useState } from 'react';
import { Link } from 'wouter';
import { isLeft } from '../../../../shared/sheet/fate-of.ts';
import { sheetTemplate } from '../../../../shared/sheet/template.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { ExhibitionFrame } from '../../exhibitions/exhibition-frame.tsx';
import { may } from '../../exhibitions/may.ts';
import { chosenFiles } from '../../ui/chosen-files.ts';
import { Failure } from '../../ui/failure.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { useDroppedFiles } from '../../ui/use-dropped-files.ts';
import { sortGiven } from './given-files.ts';
import { SheetColumns } from './sheet-columns.tsx';
import { CheckTables, OutcomeTables } from './sheet-tables.tsx';
import { useSheet } from './use-sheet.ts';
import { sheetPageWords } from './words.ts';
import './sheet.css';

const downloadTemplate = (): void => {
  const url = URL.createObjectURL(new Blob([sheetTemplate], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'artworks.csv' });
  link.click();
  URL.revokeObjectURL(url);
};

const EnterSheet = ({ id }: { id: string }) => {
  const { words } = useConsole();
  const texts = useWords(sheetPageWords);
  const { state, add, fail, enter, isRunning } = useSheet(id);
  const [skipsFaulty, setSkipsFaulty] = useState(false);
  const isOver = useDroppedFiles((files) => add(sortGiven(files)), fail);
  const { sheet, scans, unreadable, checked, progress, outcomes, failure } = state;
  const count = checked?.entries.length ?? 0;
  const canUpdate = outcomes?.some(isLeft);
  const hasStopped = failure !== undefined;
  return (
    <>
      <h2>{texts.title}</h2>
      <p>{texts.help}</p>
      <div className={isOver ? 'drop sheet-over' : 'drop'}>
        <p>{texts.drop}</p>
        <p className="actions">
          <FileButton
            label={texts.choose}
            accept=".csv,.xlsx,image/*"
            onChosen={(files) => add(sortGiven(chosenFiles(files)))}
          />
          <button type="button" onClick={downloadTemplate}>
            {texts.template}
          </button>
        </p>
        <p role="status">
          {sheet ? texts.sheetIs(sheet.name) : texts.noSheet} {texts.scans(scans.length)}
        </p>
      </div>
      <SheetColumns />
      {unreadable && (
        <p className="failure" role="alert">
          {unreadable}
        </p>
      )}
      {progress && (
        <p>
          <label>
            {texts.steps[progress.step](progress.done, progress.total)}{' '}
            <progress value={progress.done} max={progress.total} />
          </label>
        </p>
      )}
      {isRunning && <p className="help">{texts.goesOn}</p>}
      {hasStopped && (
        <>
          <Failure error={failure} words={words} />
          <p>{texts.stopped}</p>
        </>
      )}
      {checked && !outcomes && (
        <>
          <CheckTables problems={checked.problems} warnings={checked.warnings} />
          {!isRunning && count > 0 && (
            <>
              <p>{texts.sound(count)}</p>
              {checked.problems.length > 0 && (
                <label className="check">
                  <input
                    type="checkbox"
                    checked={skipsFaulty}
                    onChange={({ target }) => setSkipsFaulty(target.checked)}
                  />
                  {texts.skipFaulty}
                </label>
              )}
              <button
                type="button"
                className="primary"
                disabled={checked.problems.length > 0 && !skipsFaulty}
                onClick={() => void enter(false)}
              >
                {hasStopped ? texts.goOn : texts.enter(count)}
              </button>
            </>
          )}
        </>
      )}
      {outcomes && (
        <>
          <OutcomeTables outcomes={outcomes} />
          {canUpdate && <p>{texts.updateHelp}</p>}
          <p className="actions">
            {hasStopped && (
              <button type="button" className="primary" onClick={() => void enter(false)}>
                {texts.goOn}
              </button>
            )}
            {canUpdate && (
              <button type="button" onClick={() => void enter(true)}>
                {texts.update}
              </button>
            )}
            <Link className={hasStopped ? 'button' : 'button primary'} href={`/exhibitions/${id}/entries`}>
              {texts.toList}
            </Link>
          </p>
        </>
      )}
    </>
  );
};

/**
 * Enters works from a sheet and the scans beside it: everything is checked first, and what is there already is known.
 */
export const SheetPage = ({ id }: { id: string }) => {
  const { person, words } = useConsole();
  return (
    <ExhibitionFrame id={id}>
      {(exhibition) =>
        may('enter', exhibition, person) ? <EnterSheet id={id} /> : <p className="note">{words.editor.readOnly}</p>
      }
    </ExhibitionFrame>
  );
};
