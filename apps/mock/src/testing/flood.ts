/**
 * A program that sends requests to a sandbox on many connections, as fast as it responds, until it is killed. It sends a
 * message to its parent when a request has been rejected with 503.
 */
import { connect } from 'node:net';

const connections = 1500;
const { hostname, port } = new URL(process.argv[2] ?? '');
const request = `GET /_sandbox/workspaces HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`;
let isReported = false;

for (let count = 0; count < connections; count++) open();

function open(): void {
  const socket = connect(Number(port), hostname);
  socket.on('data', (chunk) => {
    if (!isReported && chunk.includes('HTTP/1.1 503')) {
      isReported = true;
      process.send?.('rejected');
    }
    socket.write(request);
  });
  socket.on('error', () => {});
  socket.on('close', open);
  socket.write(request);
}
