/** A response body is larger than `maxResponseBytes`. */
export class BodyTooLargeError extends Error {}

const decoder = /* @__PURE__ */ new TextDecoder();

/** Reads the text of a response. Throws if it is larger than `maxBytes` after decompression. */
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
  // Most bodies arrive in one chunk, which needs no copy.
  if (chunks.length < 2) return decoder.decode(chunks[0]);
  // Decoding the whole body at once is several times faster than decoding a stream.
  const body = new Uint8Array(bytes);
  for (const chunk of chunks.reverse()) {
    bytes -= chunk.byteLength;
    body.set(chunk, bytes);
  }
  return decoder.decode(body);
}
