import type { TestProject } from 'vitest/node';
import { synthesizedApp } from '../support/cloud/synthesized-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the synthesized app. */
    assembly: string;
  }
}

/** Synthesizes the app for the tests that start a cloud. */
export default async ({ provide }: TestProject) => provide('assembly', await synthesizedApp());
