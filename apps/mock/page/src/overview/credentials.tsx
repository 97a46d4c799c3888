import { sandboxUrl } from '../api/client.ts';
import { sandboxFacts } from '../sandbox-facts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import type { Tokens } from './known-tokens.ts';

interface CredentialsProps {
  readonly enterpriseId: string;
  readonly tokens: Tokens | undefined;
}

/** The credentials and base URLs of a workspace. */
export function Credentials({ enterpriseId, tokens }: CredentialsProps) {
  const { basePaths } = sandboxFacts;
  return (
    <dl class="credentials">
      <Credential name="Enterprise ID" value={enterpriseId} />
      <Credential name="Sync base URL" value={sandboxUrl + basePaths.sync} />
      <Credential name="Async base URL" value={sandboxUrl + basePaths.async} />
      <Credential name="Sync token" value={tokens?.syncToken} />
      <Credential name="Async token" value={tokens?.asyncToken} />
    </dl>
  );
}

function Credential({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | undefined;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === undefined ? (
          <span class="dim">Shown only once, when it is created</span>
        ) : (
          <>
            <code>{value}</code>
            <CopyButton text={value} what={name} />
          </>
        )}
      </dd>
    </div>
  );
}
