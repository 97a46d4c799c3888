/** How much a storage keeps of what it may forget. */
export const retention = {
  /** Of each workspace. Up to a tenth more may be there. */
  ingestions: 10_000,
  /** Of each workspace, about, in bytes. The newest is kept whatever it weighs. */
  ingestionWeight: 64 * 1024 * 1024,
  /** What a page of ingestions may weigh, in bytes. */
  pageWeight: 4 * 1024 * 1024,
  /** With a token of the workspace. */
  requests: 1000,
  /** Without one. */
  unauthorizedRequests: 50,
  /** Of the bodies of requests to each workspace, in bytes. */
  requestBytes: 1024 * 1024,
  /** Of all partners together, at least. */
  auditEntries: 100_000,
} as const;
