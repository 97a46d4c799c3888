import { useEffect } from 'preact/hooks';

/** Sets the title of the browser tab. */
export function useTitle(text: string): void {
  useEffect(() => {
    document.title = `${text} · telecrm sandbox`;
  }, [text]);
}
