/** Texts that try to break out of a string, a comment or a line. */
export const hostileTexts = [
  '*/ export const broken = 1; /*',
  "it's",
  '"quoted"',
  '`$' + '{process.exit(1)}`',
  'two\nlines',
  'carriage\rreturn',
  'line\u2028separator\u2029paragraph',
  'bidi\u202eoverride',
  'zero\u200bwidth',
  'back\\slash\\',
  '__proto__',
  'constructor',
  "'; export type Hacked = 1; '",
  '@deprecated {@link x}',
  '<script>',
  'हिन्दी',
  '😀',
  ' padded ',
  '\u00a0no-break',
];

/** A workspace in which every name and label is one of these texts. */
export const hostileWorkspace = {
  customFields: [
    ...hostileTexts.map((text, index) => ({
      apiName: text,
      type: index % 2 ? 'tags' : 'dropdown',
      description: text,
      options: hostileTexts,
    })),
  ],
  customActions: hostileTexts.map((text, index) => ({
    code: `ACTION_${index}`,
    displayName: text,
    description: text,
    fieldSchema: Object.fromEntries(
      hostileTexts.map((name) => [name, { type: 'dropdown', options: hostileTexts }]),
    ),
  })),
  pipeline: {
    leadStages: [
      {
        stageid: 'stage_1',
        stageType: 'OPEN',
        visibility: true,
        activeStatuses: hostileTexts.map((label, statusid) => ({
          statusid,
          label,
          color: '#FF5733',
        })),
        archivedStatuses: [],
      },
    ],
    activeLeadLostReasons: hostileTexts.map((reasonLabel, reasonid) => ({
      reasonid,
      reasonLabel,
      isDefault: false,
    })),
    archivedLeadLostReasons: [],
  },
};

/** A workspace of the size that large customers have. */
export function largeWorkspace(fields: number, actions: number) {
  const types = [
    ...(['text', 'number', 'date', 'dropdown', 'tags', 'money', 'email', 'website'] as const),
  ];
  const field = (index: number) => {
    const type = types[index % types.length] ?? 'text';
    const options = Array.from({ length: 12 }, (_, n) => `Option ${index}.${n}`);
    return { type, ...((type === 'dropdown' || type === 'tags') && { options }) };
  };
  return {
    customFields: Array.from({ length: fields }, (_, index) => ({
      apiName: `field_${index}`,
      ...field(index),
    })),
    customActions: Array.from({ length: actions }, (_, index) => ({
      code: `ACTION_${1000 + index}`,
      displayName: `Action ${index}`,
      fieldSchema: Object.fromEntries(
        Array.from({ length: 10 }, (_, n) => [`field_${n}`, field(index + n)]),
      ),
    })),
  };
}
