import type { FieldType } from '../workspace-file/definition.ts';

/** The types of a field in writes, reads and searches. */
export interface ValueTypes {
  write: string;
  stored: string;
  filter: string;
}

const text: ValueTypes = {
  write: 'string',
  stored: 'string',
  filter: 'OneOrMany<string>',
};
const date: ValueTypes = {
  write: 'DateInput',
  stored: 'number',
  filter: 'DateInput | Range<DateInput>',
};

const plain: Readonly<Record<Exclude<FieldType, 'dropdown' | 'tags'>, ValueTypes>> = {
  text,
  email: text,
  phone: text,
  website: text,
  medialink: text,
  activeUsers: text,
  date,
  number: { write: 'number', stored: 'number', filter: 'OneOrMany<number>' },
  money: { write: 'Amount', stored: 'string', filter: 'OneOrMany<Amount>' },
  rating: { write: 'Rating', stored: 'number', filter: 'OneOrMany<Rating>' },
  status: {
    write: 'Status',
    stored: 'StoredLabel<Status | ArchivedStatus>',
    filter: 'OneOrMany<Status | ArchivedStatus>',
  },
  lostReason: {
    write: 'LostReason',
    stored: 'StoredLabel<LostReason | ArchivedLostReason>',
    filter: 'OneOrMany<LostReason | ArchivedLostReason>',
  },
};

/**
 * The types of one field.
 *
 * @param options The name of the field's options in the generated file, if it has any.
 */
export function valueTypes(type: FieldType, options: string | undefined): ValueTypes {
  if (type !== 'dropdown' && type !== 'tags') return plain[type];
  const write = options ? `${options} | NewOption` : 'string';
  const stored = options ? `StoredLabel<${options}>` : 'string';
  return type === 'dropdown'
    ? { write, stored, filter: `OneOrMany<${write}>` }
    : {
        write: `readonly ${options ? `(${write})` : write}[]`,
        stored: `${stored}[]`,
        filter: `OneOrMany<${write}>`,
      };
}
