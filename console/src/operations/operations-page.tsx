import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { operationsWords } from './words.ts';

/** Where an administrator runs the site: one entry of the menu for what is rarely needed. */
const places = ['webhooks', 'imports', 'jobs', 'audit'] as const;

export const OperationsPage = () => {
  const { words } = useConsole();
  const texts = useWords(operationsWords);
  return (
    <>
      <div className="heading">
        <h1>{words.menu.operations}</h1>
      </div>
      <ul className="list">
        {places.map((place) => (
          <li key={place}>
            <Link href={`/${place}`}>{texts[place].title}</Link>
            <small>{texts[place].help}</small>
          </li>
        ))}
      </ul>
    </>
  );
};
