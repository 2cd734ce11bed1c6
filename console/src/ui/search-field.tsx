import { useEffect, useRef, useState } from 'react';
import { TextField } from './field.tsx';

/** How long after the last key a text is looked for, in milliseconds. */
const pause = 250;

interface SearchFieldProps {
  readonly label: string;
  /** What is looked for now. */
  readonly given: string;
  readonly onSearch: (text: string) => void;
}

/** A field of text by which something is looked for once nobody types. */
export const SearchField = ({ label, given, onSearch }: SearchFieldProps) => {
  const [text, setText] = useState(given);
  /** What this field has looked for last: it comes back as `given`, without the space between two words. */
  const asked = useRef(given);
  useEffect(() => {
    if (given === asked.current) return;
    asked.current = given;
    setText(given);
  }, [given]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: typing alone starts the timer, not another `onSearch`
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = wanted;
      onSearch(wanted);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);
  return <TextField label={label} value={text} onChange={setText} />;
};
