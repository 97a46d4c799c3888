/** A schema with other types for some of its keys. */
export type Replace<Schema, Own> = Own & {
  [Key in keyof Schema as Key extends keyof Own ? never : Key]: Schema[Key];
};

/** Keys that must not be there: in a variable, a compiler would not see that they are one too many. */
export type Never<Keys extends string> = { readonly [Key in Keys]?: never };
