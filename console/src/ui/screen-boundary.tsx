import { Component, type ReactNode } from 'react';

interface ScreenBoundaryProps {
  /** The address: another one begins anew. */
  readonly location: string;
  /** What is shown in place of a screen that cannot be shown. */
  readonly fallback: (error: unknown) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly failed?: { readonly error: unknown } | undefined;
}

/** Keeps the rest of the console where a screen fails, or cannot be loaded without a network. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } };
  }

  override componentDidUpdate({ location }: ScreenBoundaryProps): void {
    if (location !== this.props.location && this.state.failed) this.setState({ failed: undefined });
  }

  override render(): ReactNode {
    const { failed } = this.state;
    return failed ? this.props.fallback(failed.error) : this.props.children;
  }
}
