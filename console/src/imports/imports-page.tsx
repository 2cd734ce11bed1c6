import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import type { ChosenFile } from '../ui/chosen-file.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice } from '../ui/field.tsx';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { ImportChoice } from './import-choice.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { ImportRun } from './import-run.ts';
import './imports.css';
import { importWords } from './words.ts';

const isArchive = ({ path }: ChosenFile): boolean => /\.jsonl$/i.test(path);

/** The import that this page has begun: it goes on while its person is elsewhere in the console. */
let kept: ImportRun | undefined;

/** An archive with its files: chosen, checked, imported. */
export const ImportsPage = () => {
  const { words } = useConsole();
  const texts = useWords(importWords);
  const [run, setRun] = useState(kept);
  const keep = (next: ImportRun | undefined) => {
    kept = next;
    setRun(next);
  };
  return (
    <>
      <p>
        <Link href="/operations">{words.menu.operations}</Link>
      </p>
      <div className="heading">
        <h1>{texts.title}</h1>
      </div>
      <p>{texts.explanation}</p>
      {run ? <Running run={run} onDrop={() => keep(undefined)} /> : <Beginning onBegun={keep} />}
    </>
  );
};

/** What is chosen, and how it is to be imported. */
const Beginning = ({ onBegun }: { onBegun: (run: ImportRun) => void }) => {
  const { api, uploads, site, language, words } = useConsole();
  const texts = useWords(importWords);
  const [chosen, setChosen] = useState<readonly ChosenFile[]>();
  const [path, setPath] = useState('');
  const [isUpdate, setUpdate] = useState(false);
  const [ignoresCase, setIgnoresCase] = useState(false);
  const archives = chosen?.filter(isArchive) ?? [];
  const archive = archives.find((one) => one.path === path) ?? archives[0];
  const check = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (archive) check.current?.focus();
  }, [archive]);
  if (!chosen || !archive) {
    return (
      <>
        {chosen && (
          <p role="alert" className="failure">
            {texts.noArchive}
          </p>
        )}
        <ImportChoice onChosen={setChosen} />
      </>
    );
  }
  const files = chosen.filter((one) => one !== archive);
  const begin = () => {
    const run = new ImportRun({ archive, files, isUpdate, ignoresCase }, { api, uploads, site, language, words });
    onBegun(run);
    void run.begin(true);
  };
  return (
    <>
      {archives.length > 1 && (
        <Choice
          label={texts.severalArchives}
          value={archive.path}
          onChange={setPath}
          options={archives.map((one) => [one.path, one.path] as const)}
        />
      )}
      <p className="note">
        {texts.chosen(archive.file.name, files.length)}{' '}
        <button type="button" onClick={() => setChosen(undefined)}>
          {texts.another}
        </button>
      </p>
      <label className="check">
        <input type="checkbox" checked={isUpdate} onChange={({ target }) => setUpdate(target.checked)} />
        {texts.update}
      </label>
      <p className="help">{texts.updateHelp}</p>
      <label className="check">
        <input type="checkbox" checked={ignoresCase} onChange={({ target }) => setIgnoresCase(target.checked)} />
        {texts.ignoreCase}
      </label>
      <p>
        <button type="button" className="primary" ref={check} onClick={begin}>
          {texts.check}
        </button>
      </p>
    </>
  );
};

/** An import that has begun: how far it is, and what became of the lines. */
const Running = ({ run, onDrop }: { run: ImportRun; onDrop: () => void }) => {
  const { words, announce } = useConsole();
  const texts = useWords(importWords);
  const state = useSyncExternalStore(run.subscribe, run.state);
  const { phase, isDryRun, done, total, summary, failure } = state;
  const isBusy = phase === 'checking' || phase === 'importing';
  const heading = useRef<HTMLHeadingElement>(null);
  useLeaveWarning(isBusy);
  const before = useRef(phase);
  useEffect(() => {
    if (before.current === phase) return;
    before.current = phase;
    announce(texts[phase]);
    // The button that began it is gone.
    heading.current?.focus();
  }, [phase, announce, texts]);
  const label = isDryRun ? texts.checking : texts.importing;
  return (
    <>
      <p className="note">{texts.chosen(run.request.archive.file.name, run.request.files.length)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {isBusy ? label : { checked: texts.checked, imported: texts.imported, failed: texts.failed }[phase]}
      </h2>
      {isBusy && (
        <>
          <p>
            <progress className="import-bar" aria-label={label} {...(total > 0 && { value: done, max: total })} />{' '}
            {texts.lines(done, total)}
          </p>
          {!isDryRun && <p>{texts.stay}</p>}
        </>
      )}
      {failure !== undefined && <Failure error={failure} words={words} />}
      {!isBusy && (
        <>
          <ImportOutcome summary={summary} isDryRun={isDryRun} name={run.request.archive.file.name} />
          <p className="actions">
            {(phase === 'checked' || (phase === 'failed' && !isDryRun)) && (
              <button type="button" className="primary" onClick={() => void run.begin(false)}>
                {phase === 'failed' ? texts.goOn : texts.import}
              </button>
            )}
            {phase === 'failed' && isDryRun && (
              <button type="button" onClick={() => void run.begin(true)}>
                {texts.checkAgain}
              </button>
            )}
            <button type="button" onClick={onDrop}>
              {texts.another}
            </button>
          </p>
        </>
      )}
    </>
  );
};
