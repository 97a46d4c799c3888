/** A schema with other types for some of its keys. */
export type Replace<Schema, Own> = Own & {
  [Key in keyof Schema as Key extends keyof Own ? never : Key]: Schema[Key];
};

/** Keys that must not be present: for a variable, a compiler does not report excess properties. */
export type Never<Keys extends string> = { readonly [Key in Keys]?: never };
