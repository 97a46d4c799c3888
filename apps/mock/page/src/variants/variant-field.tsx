import type { ShownVariant } from '../sandbox-facts.ts';
import { InlineCode } from '../ui/inline-code.tsx';

interface VariantFieldProps {
  readonly variant: ShownVariant;
  readonly value: boolean | string | undefined;
  readonly busy: boolean;
  onChange(value: boolean | string): void;
}

/** A variant with its description: a checkbox, or a choice of values. */
export function VariantField({ variant, value, busy, onChange }: VariantFieldProps) {
  const { name, title, description, values } = variant;
  const describedBy = `variant-${name}`;
  const common = { disabled: busy, 'aria-describedby': describedBy };
  return (
    <div>
      {values === undefined ? (
        <label class="check">
          <input
            {...{ ...common, type: 'checkbox', checked: value === true }}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          {title}
        </label>
      ) : (
        <label class="check">
          {title}
          <select
            {...{ ...common, value: String(value ?? values[0]) }}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            {values.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
      <p class="dim" id={describedBy}>
        <InlineCode text={description} />
      </p>
    </div>
  );
}
