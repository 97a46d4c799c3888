/** The commands that a Markdown text shows in its blocks of shell code, each as its words. */
export function commandsOf(markdown: string): string[][] {
  const blocks = [...markdown.matchAll(/^ *```(?:sh|bash|console)\n(.*?)^ *```/gms)];
  return blocks
    .map(([, text = '']) =>
      text
        .replaceAll(/(^| )#.*$/gm, '')
        .replaceAll(/\\\n/g, ' ')
        // A quoted argument may go over several lines.
        .replaceAll(/'[^']*'/g, "'…'"),
    )
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/&\s*$/, '').trim())
    .filter(Boolean)
    .map((line) => line.split(/\s+/));
}
