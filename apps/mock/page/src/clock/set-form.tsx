import { useState } from 'preact/hooks';
import type { ClockSetting } from '../api/types.ts';

interface SetFormProps {
  readonly busy: boolean;
  onSet(setting: ClockSetting): void;
}

/** A form that sets the clock to a time in the reader's time zone. */
export function SetForm({ busy, onSet }: SetFormProps) {
  const [text, setText] = useState('');
  const [isFixed, setIsFixed] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    onSet({ time: new Date(text).getTime(), isFixed });
  };
  return (
    <form class="inline-form" onSubmit={submit}>
      <label>
        Set to (your time zone)
        <input
          {...{ type: 'datetime-local', step: 1, required: true, value: text }}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label class="check">
        <input
          {...{ type: 'checkbox', checked: isFixed }}
          onChange={(event) => setIsFixed(event.currentTarget.checked)}
        />
        Stop the clock at this time
      </label>
      <button type="submit" disabled={busy}>
        Set
      </button>
    </form>
  );
}
