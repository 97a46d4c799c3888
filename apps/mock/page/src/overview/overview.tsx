import { linkTo } from '../route/route.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import type { ShownWorkspace } from '../workspace/shown-workspace.ts';
import { Counts } from '../workspaces/counts.tsx';
import { Credentials } from './credentials.tsx';
import { asyncCurl, syncCurl } from './curl.ts';
import { knownTokens } from './known-tokens.ts';

/** The credentials and the counts of a workspace. */
export function Overview({ workspace }: { readonly workspace: ShownWorkspace }) {
  const { enterpriseId } = workspace;
  const tokens = knownTokens(enterpriseId);
  return (
    <>
      <Counts counts={workspace.counts} />
      <section class="card" aria-labelledby="connect">
        <h2 id="connect">Connect your program</h2>
        <p class="dim">
          Replace the base URLs, the enterprise ID and the tokens. Everything else is the same as
          with telecrm.
        </p>
        <Credentials enterpriseId={enterpriseId} tokens={tokens} />
        {tokens === undefined && (
          <p class="dim">
            The sandbox stores only hashes of tokens, so it shows them once, when they are made.
            {workspace.details && (
              <>
                {' '}
                If you have lost them,{' '}
                <a href={linkTo(enterpriseId, 'settings')}>make new tokens</a>.
              </>
            )}
          </p>
        )}
      </section>
      <section class="card" aria-labelledby="try">
        <h2 id="try">Try it</h2>
        <h3>Queue a lead on the Async API</h3>
        <CodeBlock text={asyncCurl(enterpriseId, tokens)} what="Async call" />
        <h3>Create a lead on the Sync API</h3>
        <CodeBlock text={syncCurl(enterpriseId, tokens)} what="Sync call" />
      </section>
    </>
  );
}
