import type { Viewer } from "../panels/viewer.ts";
import { neighboursOf } from "../state/neighbourhood.ts";

export interface PaletteCommand {
  readonly name: string;
  readonly keys?: string;
  readonly run: () => void;
}

async function copyLink(viewer: Viewer): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    viewer.message.value = "The link to this view is copied.";
  } catch {
    viewer.message.value = "The browser does not allow copying here; the address bar holds the link.";
  }
}

/** What can be done now, by name. */
export function commandsOf(viewer: Viewer, close: () => void): PaletteCommand[] {
  const state = viewer.state.value;
  const { selection } = state;
  const commands: (PaletteCommand | false)[] = [
    { name: "Show the graph", run: () => viewer.dispatch({ type: "show-tab", tab: "graph" }) },
    { name: "Show the facts as a table", run: () => viewer.dispatch({ type: "show-tab", tab: "facts" }) },
    viewer.canQuery && {
      name: "Ask in SPARQL",
      run: () => viewer.dispatch({ type: "show-tab", tab: "query" }),
    },
    selection.kind === "node" && {
      name: "Path from here to …",
      keys: "P",
      run: () => viewer.dispatch({ type: "select-path", from: selection.id, to: null }),
    },
    selection.kind === "node" && {
      name: "Show only its neighbourhood",
      run: () =>
        viewer.dispatch({
          type: "show-only",
          ids: [
            selection.id,
            ...neighboursOf(viewer.index, selection.id, viewer.index.factsOf.get(selection.id) ?? []),
          ],
        }),
    },
    state.only !== null && {
      name: "Show the whole graph",
      run: () => viewer.dispatch({ type: "show-whole" }),
    },
    viewer.visible.value.nodeIds.size > viewer.mostThings && {
      name: state.everything ? "Show communities in the place of things" : "Show all things in the picture",
      run: () => viewer.dispatch({ type: "show-everything", on: !state.everything }),
    },
    { name: "Clear all filters", run: () => viewer.dispatch({ type: "show-all" }) },
    { name: "Show all in the picture", keys: "0", run: () => viewer.showAll() },
    { name: "Communities: who belongs together", run: () => (viewer.dialog.value = "communities") },
    { name: "Arrange the graph anew", run: () => viewer.arrangeAnew() },
    { name: "Export …", keys: "E", run: () => (viewer.dialog.value = "export") },
    viewer.hasServer && {
      name: "Who is who: the same or different",
      run: () => (viewer.dialog.value = "identity"),
    },
    viewer.hasServer && { name: "Read another article …", run: () => (viewer.dialog.value = "add") },
    { name: "Copy a link to this view", run: () => void copyLink(viewer) },
    viewer.canUndo.value && { name: "Undo", keys: "Ctrl Z", run: () => viewer.undo() },
    viewer.canRedo.value && { name: "Redo", keys: "Ctrl Shift Z", run: () => viewer.redo() },
    { name: "Colours: light", run: () => viewer.setTheme("light") },
    { name: "Colours: dark", run: () => viewer.setTheme("dark") },
    { name: "Colours: as the system", run: () => viewer.setTheme("system") },
    { name: "Keys", keys: "?", run: () => (viewer.dialog.value = "keys") },
  ];
  return commands
    .filter((command) => command !== false)
    .map((command) => ({
      ...command,
      run: () => {
        close();
        command.run();
      },
    }));
}
