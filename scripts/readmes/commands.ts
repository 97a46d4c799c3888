/** The commands in the shell code blocks of a Markdown text, each split into words. */
export function commandsOf(markdown: string): string[][] {
  const blocks = [...markdown.matchAll(/^ *```(?:sh|bash|console)\n(.*?)^ *```/gms)];
  return blocks
    .map(([, text = '']) =>
      text
        .replaceAll(/(^| )#.*$/gm, '')
        .replaceAll(/\\\n/g, ' ')
        // A quoted argument may span several lines.
        .replaceAll(/'[^']*'/g, "'…'"),
    )
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/&\s*$/, '').trim())
    .filter(Boolean)
    .map((line) => line.split(/\s+/));
}
