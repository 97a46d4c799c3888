import type { ApiModel } from '@telecrm/spec/model';
import type { Guide } from '../../content/guides/guide.ts';
import { checkSummary } from '../../pages/check.ts';

/** The most important rules for language models that write code. */
const instructions = `## Before you write code

- Choose the API first: Async to send leads without waiting for the result, Sync for everything else. Each has its own host and its own type of token; the wrong one returns a 401.
- A custom action's \`type\` is \`ACTION_1001\` on Async and \`1001\` on Sync. Never send \`SYSTEM_NOTE\` or another built-in type.
- An amount is a string (\`"5000"\`), a rating an integer, tags an array, a date epoch milliseconds. ISO 8601 dates are ignored.
- \`{"status":"QUEUED"}\` is not a confirmation. Verify through \`searchLeads\` on the Sync API.
- A 200 or 201 of the Sync API can be a partial success: read \`remarks\` and each action's \`status\`.
- The APIs use only GET and POST. Updates and searches are POST requests.
- Retry a failed request only if its page says that this is safe.
- Keep tokens on a server. Read them from TELECRM_ASYNC_TOKEN and TELECRM_SYNC_TOKEN, and the workspace from TELECRM_ENTERPRISE_ID.
- In TypeScript, use \`@telecrm/client\`; test against the sandbox, \`npx @telecrm/mock\`.
- Facts marked as observed or inferred are not documented by telecrm. Say so when you rely on one.`;

/** The list of the site's pages for language models, in the format of llmstxt.org. */
export function llmsTxt(
  origin: string,
  apis: readonly ApiModel[],
  guides: readonly Guide[],
): string {
  const [only] = apis;
  const folder = apis.length === 1 ? `${only?.name}/` : '';
  const parts = apis.length === 1 ? [] : apis.map(({ name }) => `${name}/`);
  const guideLines = guides.map(
    ({ name, title, summary }) => `- [${title}](${origin}guides/${name}.md): ${summary}`,
  );
  const apiParts = apis.map((api) => {
    const lines = api.operations.map(
      ({ id, summary, method, path }) =>
        `- [${summary}](${origin}${api.name}/${id}.md): \`${method} ${path}\`, operation ID \`${id}\``,
    );
    return `## ${api.title}\n\n${lines.join('\n')}`;
  });
  const documents = apis.map(
    ({ name, title }) => `- [${name}.yaml](${origin}openapi/${name}.yaml): ${title}, OpenAPI 3.1`,
  );
  return `# ${apis.length === 1 ? only?.title : 'telecrm API'}

> Two HTTP APIs of the telecrm CRM: the Async API accepts leads and responds before it processes them; the Sync API reads, searches, creates and updates, and responds with the result.

${instructions}

## Guides

${guideLines.join('\n')}

${apiParts.join('\n\n')}

## Documents

${documents.join('\n')}
- [Check a payload](${origin}check.md): ${checkSummary}
- [llms-full.txt](${origin}${folder}llms-full.txt): all of the above in one file
${parts.map((it) => `- [${it}llms.txt](${origin}${it}llms.txt): this list for one API\n`).join('')}`;
}
