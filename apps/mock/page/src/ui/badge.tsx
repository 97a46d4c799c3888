import type { ComponentChildren } from 'preact';

export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'quiet';

interface BadgeProps {
  readonly tone: Tone;
  readonly children: ComponentChildren;
}

export function Badge({ tone, children }: BadgeProps) {
  return <span class={`badge ${tone}`}>{children}</span>;
}
