import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { textDirection } from '../../../shared/model/text/text-direction.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { nodesOfHtml } from './nodes-of-html.tsx';
import { textWords } from './words.ts';

/** A text as its page will show it: by the server's own rendering. */
export const ReadersView = ({ value, lang }: { readonly value: string; readonly lang: string }) => {
  const { api, words: general, language } = useConsole();
  const words = useWords(textWords).readers;
  const isEmpty = value.trim() === '';
  const rendered = useQuery({
    queryKey: ['rendered', language, lang, value],
    queryFn: ({ signal }) => api.call('renderText', { body: { body: value, locale: lang }, signal }),
    enabled: !isEmpty,
    // The addresses of its pictures are signed for some minutes.
    gcTime: 0,
  });
  const { data } = rendered;
  const shown = useMemo(() => data && nodesOfHtml(data.html), [data]);
  if (isEmpty) return <p className="help">{words.empty}</p>;
  if (rendered.error) return <Failure error={rendered.error} words={general} retry={() => rendered.refetch()} />;
  if (!data) return <p role="status">{general.loading}</p>;
  return (
    <>
      {data.warnings.length > 0 && (
        <div className="note">
          <p>{words.warnings}</p>
          <ul>
            {[...new Set(data.warnings.map(({ message }) => message))].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="text readers" lang={lang} dir={textDirection(lang)}>
        {shown}
      </div>
    </>
  );
};
