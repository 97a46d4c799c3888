import { styleText } from 'node:util';
import type { OutputStream } from './terminal.ts';

/** Styles text for a stream. Text is not styled if the stream is not a terminal, or if `NO_COLOR` is set. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

type Env = Readonly<Record<string, string | undefined>>;

export function styleFor(stream: OutputStream, env: Env): Style {
  const hasColors = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const style = (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan') => (text: string) =>
    hasColors ? styleText(format, text, { validateStream: false }) : text;
  return {
    bold: style('bold'),
    dim: style('dim'),
    red: style('red'),
    green: style('green'),
    yellow: style('yellow'),
    cyan: style('cyan'),
  };
}
