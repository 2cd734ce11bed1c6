import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { consentFormTypes } from '../../../shared/model/people/consent-form.ts';
import { useConsole, useWords } from '../console-context.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { UnsuitableFileError } from '../uploads/file-errors.ts';
import { refusalText } from '../uploads/refusal-text.ts';
import type { ConsentEntry } from './consent-entry.ts';
import type { ConsentForm } from './consent-form.ts';
import { FormDialog } from './form-dialog.tsx';
import { formWords } from './form-words.ts';
import { sendConsentForm } from './send-consent-form.ts';

/** How often the list is looked at while a scan is being checked, in milliseconds. */
const pause = 1_000;

/** It is on its way, or being checked. */
const isUnderWay = ({ state }: ConsentForm): boolean => state === 'awaiting' || state === 'processing';

/** The scans of the forms of an entry; they are asked for when it is opened. */
export const ConsentForms = ({ entry }: { entry: ConsentEntry }) => {
  const texts = useWords(formWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.title}</summary>
      {isOpen && <FormList entry={entry} />}
    </details>
  );
};

const FormList = ({ entry }: { entry: ConsentEntry }) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(formWords);
  const queries = useQueryClient();
  const [shown, setShown] = useState<ConsentForm>();
  const [doomed, setDoomed] = useState<ConsentForm>();
  /** Why files were not taken, each with its own reason. */
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const forms = useRef<HTMLUListElement>(null);
  const params = { id: entry.exhibitionId, artworkId: entry.id };
  const queryKey = ['consent-forms', entry.id];
  const list = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.call('listConsentForms', { params, signal }),
    refetchInterval: ({ state: { data } }) => (data?.items.some(isUnderWay) ? pause : false),
    staleTime: 0,
  });
  const send = async (files: readonly File[]) => {
    setRefusals([]);
    for (const file of files) {
      try {
        await sendConsentForm(api, entry, file);
        announce(texts.sent);
      } catch (error) {
        const isOther = error instanceof UnsuitableFileError && error.why === 'type';
        const why = isOther ? texts.wrongType : refusalText({ error, file }, language, words);
        setRefusals((before) => [...before, `${file.name}: ${why}`]);
      }
    }
    await queries.invalidateQueries({ queryKey });
  };
  const remove = async ({ formId }: ConsentForm) => {
    const again = () => queries.invalidateQueries({ queryKey });
    await api.call('deleteConsentForm', { params: { ...params, formId } }).finally(again);
    flushSync(() => setDoomed(undefined));
    announce(texts.removed);
    // The button that had the focus goes.
    forms.current?.focus();
  };
  const nameOf = ({ createdAt }: ConsentForm): string => texts.form(momentInWords(createdAt, language, site.timeZone));
  if (list.error) return <Failure error={list.error} words={words} retry={() => void list.refetch()} />;
  if (!list.data) return <p>{words.loading}</p>;
  return (
    <>
      <p className="help">{texts.help}</p>
      {list.data.items.length === 0 && <p>{texts.none}</p>}
      <ul ref={forms} tabIndex={-1} className="consent-forms" aria-label={texts.title}>
        {list.data.items.map((form) => (
          <li key={form.formId}>
            {nameOf(form)} {texts.states[form.state]}
            {form.rejection && <span className="error">{form.rejection.message}</span>}
            <span className="actions">
              {form.state === 'ready' && (
                <button type="button" aria-label={`${texts.show} ${nameOf(form)}`} onClick={() => setShown(form)}>
                  {texts.show}
                </button>
              )}
              <button type="button" aria-label={`${texts.remove} ${nameOf(form)}`} onClick={() => setDoomed(form)}>
                {texts.remove}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {refusals.length > 0 && (
        <div role="alert" className="failure">
          <ul>
            {refusals.map((refusal) => (
              <li key={refusal}>{refusal}</li>
            ))}
          </ul>
        </div>
      )}
      <FileButton label={texts.add} accept={consentFormTypes.join(',')} onChosen={(files) => void send(files)} />
      {shown && (
        <FormDialog
          title={nameOf(shown)}
          form={shown}
          readLink={() => api.call('createConsentFormLink', { params: { ...params, formId: shown.formId }, body: {} })}
          onClose={() => setShown(undefined)}
        />
      )}
      {doomed && (
        <ConfirmDialog
          title={texts.removeTitle}
          label={texts.removeConfirm}
          act={() => remove(doomed)}
          onClose={() => setDoomed(undefined)}
        >
          <p>
            {nameOf(doomed)}. {texts.removeHelp}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
