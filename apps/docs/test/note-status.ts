// Loaded before a sample: tells the test which answers it got.
const send = globalThis.fetch;
globalThis.fetch = async (...call) => {
  const answer = await send(...call);
  console.error(`<status ${answer.status}>`);
  return answer;
};
