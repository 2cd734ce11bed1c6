import { type FormEvent, type ReactNode, useState } from 'react';
import { requestResults } from '../../../shared/model/people/person-request.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { RefusedError } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { now } from '../session/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { Choice, TextField } from '../ui/field.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import type { PersonRequest } from './request.ts';
import { saveRequest } from './save-request.ts';
import { requestWords } from './words.ts';

interface FormProps {
  readonly title: string;
  readonly confirm: string;
  readonly isFilled: boolean;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: (errorAt: (path: string) => string | undefined) => ReactNode;
}

/** A dialogue with a form: what is refused stands at its field. */
export const RequestForm = ({ title, confirm, isFilled, onSubmit, onClose, children }: FormProps) => {
  const { words } = useConsole();
  const { isBusy, failure, attempt } = useAttempt();
  const errors = failure instanceof RefusedError ? (failure.problem.errors ?? []) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFilled) void attempt(onSubmit);
  };
  return (
    <Dialog title={title} onClose={onClose} isBusy={isBusy} isForm>
      <form onSubmit={submit} autoComplete="off">
        {children((path) => errors.find((error) => error.path === path)?.message)}
        {failure !== undefined && <Failure error={failure} words={words} />}
        <DialogActions label={confirm} isDisabled={!isFilled} />
      </form>
    </Dialog>
  );
};

export interface DialogProps {
  readonly request: PersonRequest;
  /** What is to be said once it is done. */
  readonly onDone: (after: PersonRequest, said: string) => void;
  readonly onClose: () => void;
}

/** Gives a request more time, of which the person was told. */
export const ExtendDialog = ({ request, onDone, onClose }: DialogProps) => {
  const { api, site } = useConsole();
  const texts = useWords(requestWords);
  const [toldOn, setToldOn] = useState(dayOf(now().toISOString(), site.timeZone));
  const [why, setWhy] = useState('');
  const extend = async () => {
    const body = { reason: why.trim(), toldOn };
    const after = await saveRequest(api, request, {
      send: ({ id, version }) => api.call('extendPersonRequest', { params: { id }, version, body }),
      isDone: ({ extension }) => extension?.toldOn === toldOn && extension.reason === body.reason,
    });
    onDone(after, texts.wasExtended);
  };
  return (
    <RequestForm
      title={texts.extendTitle}
      confirm={texts.extendConfirm}
      isFilled={why.trim() !== '' && toldOn !== ''}
      onSubmit={extend}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{texts.extendHelp}</p>
          <MomentField type="date" label={texts.toldOn} value={toldOn} onChange={setToldOn} error={errorAt('toldOn')} />
          <TextField
            label={texts.reason}
            help={texts.keptHelp}
            lines={3}
            value={why}
            onChange={setWhy}
            error={errorAt('reason')}
          />
        </>
      )}
    </RequestForm>
  );
};

/** Closes a request: how it ends, and what was done or why not. */
export const CloseDialog = ({ request, onDone, onClose }: DialogProps) => {
  const { api } = useConsole();
  const texts = useWords(requestWords);
  const [result, setResult] = useState<(typeof requestResults)[number]>('answered');
  const [text, setText] = useState([...new Set(request.acts.map(({ act }) => texts.acts[act]))].join('. '));
  const close = async () => {
    const said = text.trim();
    const body = { result, ...(said && { text: said }) };
    const after = await saveRequest(api, request, {
      send: ({ id, version }) => api.call('closePersonRequest', { params: { id }, version, body }),
      isDone: ({ outcome }) => outcome?.result === result && (outcome.text ?? '') === said,
    });
    onDone(after, texts.wasClosed);
  };
  return (
    <RequestForm
      title={texts.closeTitle}
      confirm={texts.closeConfirm}
      isFilled={result === 'answered' || text.trim() !== ''}
      onSubmit={close}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{texts.closeHelp}</p>
          <Choice
            label={texts.result}
            value={result}
            options={requestResults.map((one) => [one, texts.results[one]])}
            onChange={(chosen) => setResult(chosen as typeof result)}
          />
          <TextField
            label={texts.text[result]}
            help={texts.keptHelp}
            lines={3}
            value={text}
            onChange={setText}
            error={errorAt('text')}
          />
        </>
      )}
    </RequestForm>
  );
};
