/** The body that a result was got with, for the very objects that methods resolve with. */
export const sentFor = new WeakMap<object, unknown>();
