import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { GraphView } from "../../src/view/graph-view.ts";
import { mergeViews } from "../data/merge-views.ts";
import { askAbilities, readArticle, type ServerAbilities } from "../data/read-article.ts";
import type { Viewer } from "../panels/viewer.ts";

/** Largest text that is sent to be read, in characters. */
const MAX_CHARACTERS = 500_000;

/** Another article: pasted, or dropped as a file. It is read on this machine, and kept only where the server may write. */
export function AddDialog({ viewer }: { viewer: Viewer }) {
  const text = useSignal("");
  const name = useSignal("");
  const status = useSignal("");
  const isReading = useSignal(false);
  const abilities = useSignal<ServerAbilities | null>(null);
  useEffect(() => {
    askAbilities(viewer.source).then((found) => {
      abilities.value = found;
    });
  }, [viewer, abilities]);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    text.value = (await file.text()).slice(0, MAX_CHARACTERS);
    name.value = file.name;
  };
  const read = async (files: readonly File[]): Promise<void> => {
    isReading.value = true;
    let all: GraphView | undefined;
    try {
      for (const file of files) {
        status.value = files.length > 1 ? `Reading ${file.name} …` : "";
        const words = (await file.text()).slice(0, MAX_CHARACTERS);
        const one = await readArticle(viewer.source, words, file.name);
        all = all === undefined ? one : mergeViews(all, one);
      }
      if (all !== undefined && all.facts.length > 0) {
        viewer.merge(all);
        return;
      }
      status.value = "No fact was found in this text.";
    } catch (error) {
      status.value = error instanceof Error ? error.message : String(error);
    }
    isReading.value = false;
  };
  const { dropped } = viewer;
  useEffect(() => {
    const files = dropped.value;
    if (files.length === 0) return;
    dropped.value = [];
    void take(files[0]).then(() => read(files));
  }, [dropped.value]);
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        void read([new File([text.value], name.value)]);
      }}
    >
      <p class="quiet">
        Paste the text, or drop .txt, .md or .html files anywhere on the viewer. It is read on this machine;
        nothing is sent anywhere else
        {abilities.value?.canWrite ? ", and it is kept in the graph." : ", and nothing is kept."}
      </p>
      <textarea
        aria-label="Text of the article"
        rows={10}
        value={text.value}
        maxLength={MAX_CHARACTERS}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <div class="actions">
        <label class="file">
          Choose a file
          <input
            type="file"
            accept=".txt,.md,.html,.htm,text/plain,text/markdown,text/html"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
        <button type="submit" class="strong-button" disabled={isReading.value || text.value.trim() === ""}>
          {isReading.value ? "Reading …" : "Read it"}
        </button>
      </div>
      <p role="status">{status.value}</p>
    </form>
  );
}
