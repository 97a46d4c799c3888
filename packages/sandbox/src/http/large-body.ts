/** Work on a body of more bytes than this is split up or cut short, as everything else waits for it. */
export const largeBody = 64 * 1024;
