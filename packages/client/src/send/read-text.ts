/** A response body that is larger than the client reads. */
export class BodyTooLargeError extends Error {}

const decoder = /* @__PURE__ */ new TextDecoder();

/** The text of a response, unless it is larger than `maxBytes` once it is decompressed. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      reader.cancel().catch(() => {});
      throw new BodyTooLargeError(`the response is larger than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
  // Decoded in one piece, text takes a fraction of the time that a stream of it takes.
  const body = new Uint8Array(bytes);
  for (const chunk of chunks.reverse()) {
    bytes -= chunk.byteLength;
    body.set(chunk, bytes);
  }
  return decoder.decode(body);
}
