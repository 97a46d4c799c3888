/** Work on a body of more bytes than this is split or shortened, because it blocks the event loop. */
export const largeBody = 64 * 1024;
