/** A bare `node:http` server that parses the body and responds with the JSON of its argument: as fast as Node can be. */
import { createServer } from 'node:http';

const [responses = '{}', port] = process.argv.slice(2);
const { create, get, search } = JSON.parse(responses);

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
    const isSearch = request.url?.endsWith('/search');
    const [status, result] =
      body === undefined ? [200, get] : isSearch ? [200, search] : [201, create];
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(result));
  });
}).listen(Number(port), '127.0.0.1');
