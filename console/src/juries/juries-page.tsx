import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AnswerOf } from '../api/api.ts';
import { useCommon, useWords } from '../console-context.ts';
import { titleOf } from '../events/title-of.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Failure } from '../ui/failure.tsx';
import { juryWords } from './words.ts';
import './juries.css';

type Jury = AnswerOf<'listJuries'>['items'][number];

/** Most juries that are shown: nobody is on more at a time. */
const limit = '100';

/** The juries that the person is on: what is to be rated, and how far the person is. */
export const JuriesPage = () => {
  const { api, words } = useCommon();
  const texts = useWords(juryWords);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['juries'],
    queryFn: ({ signal }) => api.call('listJuries', { query: { limit }, signal }),
    staleTime: 0,
  });
  return (
    <>
      <div className="heading">
        <h1>{texts.title}</h1>
      </div>
      {error && <Failure error={error} words={words} retry={() => void refetch()} />}
      {isPending && !error && <p>{words.loading}</p>}
      {data?.items.length === 0 && (
        <p>
          {texts.none} <code>{data.jurorId}</code>{' '}
          <CopyButton text={data.jurorId} label={texts.copy} said={texts.copied}>
            {texts.copy}
          </CopyButton>
        </p>
      )}
      {data && data.items.length > 0 && (
        <ul className="list" aria-label={texts.title}>
          {data.items.map((jury) => (
            <JuryItem key={jury.exhibitionId} jury={jury} />
          ))}
        </ul>
      )}
    </>
  );
};

const JuryItem = ({ jury }: { jury: Jury }) => {
  const title = titleOf(jury, useCommon());
  const { exhibitionId, state, blindRating, progress } = jury;
  const texts = useWords(juryWords);
  return (
    <li>
      {state === 'rating' ? <Link href={`/juries/${exhibitionId}`}>{title}</Link> : <span>{title}</span>}
      <span className="marks">
        {progress && <span>{texts.progress(progress.rated, progress.total)}</span>}
        <span className={`status ${state === 'rating' ? 'published' : ''}`}>{texts.states[state]}</span>
      </span>
      {blindRating && <small>{texts.blind}</small>}
    </li>
  );
};
