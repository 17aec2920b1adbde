import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Combobox } from "../panels/combobox.tsx";
import type { DialogName, Viewer } from "../panels/viewer.ts";
import { foldText } from "../state/search-index.ts";
import { AddDialog } from "./add-dialog.tsx";
import { commandsOf } from "./commands.ts";
import { CommunitiesDialog } from "./communities-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { IdentityDialog } from "./identity-dialog.tsx";

export { CommunityMap } from "../panels/community-map.tsx";

const TITLES: Readonly<Record<DialogName, string>> = {
  commands: "Commands",
  export: "Export",
  add: "Read another article",
  keys: "Keys",
  communities: "Communities",
  identity: "Who is who",
};

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "search"],
  ["Ctrl K", "commands"],
  ["arrows", "in the picture: to the nearest thing in that direction"],
  ["+ − 0", "in the picture: nearer, farther, all"],
  ["Enter", "opens what is chosen in a list"],
  ["P", "path from the selected thing"],
  ["[ ]", "back and forward along what was looked at"],
  ["E", "export"],
  ["Ctrl Z", "undo; with Shift, redo"],
  ["Escape", "closes"],
];

function CommandList({ viewer, close }: { viewer: Viewer; close: () => void }) {
  const commands = commandsOf(viewer, close);
  return (
    <div class="search palette">
      <Combobox
        id="commands"
        label="What to do"
        autoFocus
        opensEmpty
        find={(query) =>
          commands
            .filter(({ name }) =>
              foldText(query)
                .split(/\s+/)
                .every((word) => foldText(name).includes(word)),
            )
            .map((command) => ({
              ...command,
              key: command.name,
              title: command.name,
              detail: command.keys ?? "",
            }))
        }
        nothing={(query) => `No command has “${query}” in its name.`}
        onChoose={(command) => command.run()}
      />
    </div>
  );
}

function KeyList() {
  return (
    <dl class="keys">
      {KEYS.map(([keys, meaning]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The dialog that is open. Native, so that the rest of the page is out of reach, and Escape closes it. */
export function Dialogs({ viewer }: { viewer: Viewer }) {
  const element = useRef<HTMLDialogElement>(null);
  const name = viewer.dialog.value;
  const close = (): void => {
    viewer.dialog.value = null;
  };
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
  }, []);
  if (name === null) return null;
  const done = (message: string): void => {
    viewer.message.value = message;
    close();
  };
  const contents: Readonly<Record<DialogName, () => ComponentChildren>> = {
    commands: () => <CommandList viewer={viewer} close={close} />,
    export: () => <ExportDialog viewer={viewer} onDone={done} />,
    add: () => <AddDialog viewer={viewer} />,
    keys: () => <KeyList />,
    identity: () => <IdentityDialog viewer={viewer} />,
    communities: () => <CommunitiesDialog viewer={viewer} close={close} />,
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is on what is behind it
    <dialog
      ref={element}
      class={`dialog dialog-${name}`}
      aria-labelledby="dialog-title"
      onClose={close}
      onClick={(event) => {
        if (event.target === element.current) close();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 id="dialog-title">{TITLES[name]}</h2>
          <button type="button" class="icon close" aria-label="Close" onClick={close}>
            ×
          </button>
        </header>
        {contents[name]()}
      </div>
    </dialog>
  );
}
