import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailKind } from '../../../shared/model/staff/mail.ts';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Failure } from '../ui/failure.tsx';
import { Choice } from '../ui/field.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { type Language, languageNames, languages } from '../words/words.ts';
import { myMailWords } from './words.ts';

type MyMail = AnswerOf<'getMyMail'>;

const queryKey = ['my-mail'];

/** Which mail a person gets, and in which language. */
export const MyMailPage = () => {
  const { api, words } = useConsole();
  const texts = useWords(myMailWords);
  const { data, error, isPending, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.call('getMyMail', { signal }),
  });
  return (
    <>
      <h1>{texts.title}</h1>
      {error && <Failure error={error} words={words} retry={() => void refetch()} />}
      {isPending && <p>{words.loading}</p>}
      {data && <p>{data.from ? texts.intro(data.from) : texts.unsent}</p>}
      {data && <MyMailForm chosen={data} />}
    </>
  );
};

const MyMailForm = ({ chosen: { kinds, ...chosen } }: { chosen: MyMail }) => {
  const { api, words, person, announce } = useConsole();
  const texts = useWords(myMailWords);
  const queries = useQueryClient();
  const [off, setOff] = useState<readonly MailKind[]>(chosen.off);
  const [language, setLanguage] = useState<Language | ''>(chosen.language ?? '');
  const { isBusy, failure, attempt } = useAttempt();
  const save = async () => {
    const saved = await api.call('updateMyMail', { body: { off: [...off], ...(language && { language }) } });
    queries.setQueryData(queryKey, saved);
    announce(texts.saved);
  };
  const nameOf = (kind: MailKind) =>
    kind === 'failure' && person.role === 'admin' ? texts.failures : texts.kind[kind];
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void attempt(save);
      }}
    >
      <fieldset>
        <legend>{texts.kinds}</legend>
        {kinds.map((kind) => (
          <p key={kind}>
            <label className="check">
              <input
                type="checkbox"
                checked={!off.includes(kind)}
                onChange={({ target }) => setOff(target.checked ? off.filter((one) => one !== kind) : [...off, kind])}
              />
              {nameOf(kind)}
            </label>
          </p>
        ))}
      </fieldset>
      <Choice
        {...{ label: texts.language, value: language }}
        options={[['', texts.ofAccount], ...languages.map((one) => [one, languageNames[one]] as const)]}
        onChange={(chosen) => setLanguage(chosen as Language | '')}
      />
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <ActButton type="submit" className="primary" isOff={isBusy}>
          {texts.save}
        </ActButton>
      </p>
    </form>
  );
};
