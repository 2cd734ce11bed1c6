import type { Words } from '../words/words.ts';

/** What a tab shows in which somebody has signed in for another one, where the browser does not let it close itself. */
export const SignedInBeside = ({ words }: { words: Words }) => (
  <main className="sign-in" id="content">
    <h1>{words.signIn.title}</h1>
    <p>{words.signIn.beside}</p>
  </main>
);
