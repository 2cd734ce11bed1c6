import { useState } from 'react';
import { requestChannels, requestKinds } from '../../../shared/model/people/person-request.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { madeBefore } from '../api/made-before.ts';
import { useConsole, useWords } from '../console-context.ts';
import { now } from '../session/clock.ts';
import { Choice, TextField } from '../ui/field.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { changeRequest } from './change-request.ts';
import type { PersonRequest, Requested } from './request.ts';
import { type DialogProps, RequestForm } from './request-dialogs.tsx';
import { requestWords } from './words.ts';

interface EnterProps extends Omit<DialogProps, 'request'> {
  /** The request that is changed; absent for a new one. */
  readonly request?: PersonRequest | undefined;
  /** Whom a new one is about, as far as it is known. */
  readonly name?: string;
  readonly entries?: readonly Requested[];
}

/** Entering a request, or changing what was entered. */
export const EnterRequestDialog = ({ request, name: known = '', entries = [], onDone, onClose }: EnterProps) => {
  const { api, site } = useConsole();
  const texts = useWords(requestWords);
  const [facts, setFacts] = useState({
    kind: request?.kind ?? requestKinds[0],
    receivedOn: request?.receivedOn ?? dayOf(now().toISOString(), site.timeZone),
    channel: request?.channel ?? requestChannels[0],
  });
  const [name, setName] = useState(request?.name ?? known);
  const [note, setNote] = useState(request?.note ?? '');
  const [key] = useState(() => crypto.randomUUID());
  const set = (change: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...change }));
  const save = async () => {
    const [named, noted] = [name.trim(), note.trim()];
    const written = { ...facts, name: named || null, note: noted || null };
    const body = { ...facts, entries: [...entries], ...(named && { name: named }), ...(noted && { note: noted }) };
    const enter = () =>
      api.call('createPersonRequest', { body, key }).catch(async (error: unknown) => {
        const id = madeBefore(error);
        if (id === undefined) throw error;
        return changeRequest(api, await api.call('getPersonRequest', { params: { id } }), written);
      });
    onDone(await (request ? changeRequest(api, request, written) : enter()), texts.saved);
  };
  return (
    <RequestForm
      title={texts.enterTitle}
      confirm={texts.save}
      isFilled={facts.receivedOn !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          {!request && entries.length > 0 && <p>{texts.about(entries.length)}</p>}
          <Choice
            label={texts.kind}
            value={facts.kind}
            options={requestKinds.map((kind) => [kind, texts.kinds[kind]])}
            onChange={(kind) => set({ kind: kind as PersonRequest['kind'] })}
          />
          <MomentField
            type="date"
            label={texts.receivedOn}
            value={facts.receivedOn}
            onChange={(receivedOn) => set({ receivedOn })}
            error={errorAt('receivedOn')}
          />
          <Choice
            label={texts.channel}
            value={facts.channel}
            options={requestChannels.map((channel) => [channel, texts.channels[channel]])}
            onChange={(channel) => set({ channel: channel as PersonRequest['channel'] })}
          />
          <TextField label={texts.name} help={texts.nameHelp} value={name} onChange={setName} error={errorAt('name')} />
          <TextField
            label={texts.note}
            help={texts.noteHelp}
            lines={3}
            value={note}
            onChange={setNote}
            error={errorAt('note')}
          />
        </>
      )}
    </RequestForm>
  );
};
