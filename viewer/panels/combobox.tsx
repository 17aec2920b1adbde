import { useSignal } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface ComboboxOption {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly className?: string;
}

export interface ComboboxProps<T extends ComboboxOption> {
  /** Distinguishes several on one page. */
  readonly id: string;
  readonly label: string;
  readonly find: (query: string) => readonly T[];
  readonly onChoose: (option: T) => void;
  readonly sample?: (option: T) => ComponentChildren;
  /** Said where nothing is found. */
  readonly nothing: (query: string) => string;
  /** What stands in the field after a choice; by default it is left as it is. */
  readonly textAfter?: (option: T) => string;
  /** Whether options are shown before anything is typed. */
  readonly opensEmpty?: boolean;
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly autoFocus?: boolean;
}

/** A field with suggestions: the combobox pattern of the ARIA Authoring Practices, keys included. */
export function Combobox<T extends ComboboxOption>(props: ComboboxProps<T>) {
  const { id, label, find, onChoose, sample, nothing, opensEmpty, autoFocus } = props;
  const query = useSignal("");
  const isOpen = useSignal(false);
  const active = useSignal(0);
  const own = useRef<HTMLInputElement>(null);
  const field = props.input ?? own;
  // At once, so that what is typed next arrives here: outside dialogs the attribute works when the browser finds time.
  useLayoutEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus, field]);
  const isAsking = isOpen.value && (opensEmpty === true || query.value.trim() !== "");
  const options = isAsking ? find(query.value) : [];

  const choose = (option: T | undefined): void => {
    if (option === undefined) return;
    isOpen.value = false;
    query.value = props.textAfter?.(option) ?? query.value;
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      isOpen.value = true;
      active.value = options.length === 0 ? 0 : (active.value + step + options.length) % options.length;
    }
    // Asked again: the last letters may not have been drawn yet.
    else if (event.key === "Enter") choose((isOpen.value ? find(query.value) : [])[active.value]);
    // A list that opens by itself goes with what it stands in: one Escape closes both.
    else if (event.key === "Escape" && isAsking && opensEmpty !== true) {
      isOpen.value = false;
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isAsking}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={options[active.value] === undefined ? undefined : `${id}-${active.value}`}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        // biome-ignore lint/a11y/noAutofocus: only where the person has just asked for the field; a dialog heeds it as it opens
        autoFocus={autoFocus}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          isOpen.value = true;
        }}
        onFocus={() => {
          isOpen.value = true;
        }}
        onBlur={() => {
          isOpen.value = false;
        }}
        onKeyDown={onKeyDown}
      />
      {isAsking && (
        <div id={`${id}-list`} class="hits" role="listbox" aria-label="Found">
          {options.map((option, position) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input, which keeps the focus
            <div
              key={option.key}
              id={`${id}-${position}`}
              role="option"
              tabIndex={-1}
              aria-selected={position === active.value}
              class={`hit ${option.className ?? ""}`}
              // The input must not lose the focus before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => {
                active.value = position;
              }}
              onClick={() => choose(option)}
            >
              {sample?.(option) ?? <span />}
              <span class="hit-title">{option.title}</span>
              <span class="hit-detail">{option.detail}</span>
            </div>
          ))}
          {options.length === 0 && <p class="nothing">{nothing(query.value)}</p>}
        </div>
      )}
    </>
  );
}
