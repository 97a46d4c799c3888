/** A body of more bytes than this is processed in slices or only in part, to avoid blocking the event loop. */
export const largeBody = 64 * 1024;
