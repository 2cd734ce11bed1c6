import type { Words } from '../words/words.ts';

interface SignInPageProps {
  readonly words: Words;
  readonly hasFailed: boolean;
  readonly onSignIn: () => void;
}

/**
 * What leads to the pages of the user pool, and says beforehand what is asked there: they speak neither Azerbaijani nor
 * Russian.
 */
export const SignInPage = ({ words, hasFailed, onSignIn }: SignInPageProps) => (
  <main className="sign-in" id="content">
    <h1>{words.signIn.title}</h1>
    {hasFailed && (
      <p role="alert" className="failure">
        {words.signIn.failed}
      </p>
    )}
    <p>{words.signIn.explanation}</p>
    <button type="button" className="primary" onClick={onSignIn}>
      {words.signIn.button}
    </button>
  </main>
);
