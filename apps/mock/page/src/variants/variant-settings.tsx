import { useState } from 'preact/hooks';
import { changeVariants } from '../api/hosted.ts';
import type { Variants } from '../api/types.ts';
import { sandboxFacts } from '../sandbox-facts.ts';
import type { SettingProps } from '../settings/setting.ts';
import { useAction } from '../ui/use-action.ts';
import { VariantField } from './variant-field.tsx';

interface VariantSettingsProps extends SettingProps {
  readonly variants: Variants;
}

/** Shows and sets the variants of a workspace. */
export function VariantSettings({ enterpriseId, variants, onChange }: VariantSettingsProps) {
  const { busy, problem, run } = useAction();
  const [edited, setEdited] = useState<Variants>();
  const shown: Readonly<Record<string, boolean | string>> = { ...variants, ...edited };
  const submit = (event: Event) => {
    event.preventDefault();
    return run(async () => {
      await changeVariants(enterpriseId, edited ?? {});
      await onChange();
      setEdited(undefined);
    }, 'Variants set');
  };
  return (
    <section class="card" aria-labelledby="variants">
      <h2 id="variants">Variants</h2>
      <p class="dim">
        Live workspaces have been seen to differ from each other or from the docs. A program should
        work with either behavior.
      </p>
      <form class="variants" onSubmit={submit}>
        {sandboxFacts.variants.map((variant) => (
          <VariantField
            key={variant.name}
            {...{ variant, busy }}
            value={shown[variant.name]}
            onChange={(value) => setEdited({ ...edited, [variant.name]: value })}
          />
        ))}
        <button type="submit" class="start" disabled={busy || edited === undefined}>
          Set variants
        </button>
      </form>
      <p class="error" role="alert">
        {problem}
      </p>
    </section>
  );
}
