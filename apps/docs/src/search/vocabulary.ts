/** Words that the search ignores. */
export const stopWords = new Set(
  'a all an and are as at be but by can do does for from how i in is it my of on or the to what when where which why with you'.split(
    ' ',
  ),
);

/** Words that readers may search for, by the words of the docs. The index contains both. */
export const synonyms: Readonly<Record<string, readonly string[]>> = {
  amount: ['format', 'decimal'],
  empty: ['blank', 'null'],
  epoch: ['iso', 'yyyy', 'mm', 'dd'],
  ts: ['axios', 'fetch'],
  medialink: ['attach', 'attachment', 'file', 'recording'],
  verify: ['check', 'confirm'],
  stored: ['landed', 'saved'],
  bulk: ['csv', 'import', 'upload', 'batch'],
  client: ['sdk', 'library', 'npm'],
  create: ['add', 'insert', 'make', 'new'],
  csv: ['bulk', 'excel', 'import', 'spreadsheet'],
  date: ['time', 'timezone', 'timestamp'],
  dates: ['time', 'timezone', 'timestamp'],
  failures: ['faults'],
  hook: ['webhook', 'webhooks', 'callback'],
  webhook: ['webhooks', 'callback'],
  identifier: ['duplicate', 'duplicates', 'dedupe', 'unique'],
  limit: ['throttle', 'throttling', 'quota'],
  limits: ['throttle', 'throttling', 'quota'],
  make: ['create', 'generate', 'get'],
  member: ['user', 'agent'],
  members: ['users', 'agents'],
  partial: ['ignored', 'remarks'],
  payment: ['currency', 'razorpay'],
  payments: ['payment'],
  pull: ['backup', 'dashboard', 'download', 'export'],
  paging: ['pagination', 'cursor', 'offset'],
  phone: ['mobile', 'number'],
  call: ['ivr', 'dialer', 'telephony'],
  retries: ['idempotency', 'idempotent', 'retry'],
  sandbox: ['localhost', 'mock', 'staging'],
  search: ['find', 'filter', 'get', 'query'],
  token: ['key', 'apikey', 'credentials', 'secret'],
  tokens: ['keys', 'credentials', 'secrets'],
};
