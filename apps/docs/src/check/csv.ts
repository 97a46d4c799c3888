import Papa from 'papaparse';

/** Splits CSV into the cells of each line. */
export function parseCsv(text: string): string[][] {
  return Papa.parse<string[]>(text.trim(), {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  }).data;
}
