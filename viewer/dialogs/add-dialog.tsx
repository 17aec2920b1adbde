import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { askAbilities, MAX_CHARACTERS, readArticles, type ServerAbilities } from "../data/read-article.ts";
import type { Viewer } from "../panels/viewer.ts";

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
    try {
      const read = await readArticles(viewer.source, files, (name) => {
        status.value = files.length > 1 ? `Reading ${name} …` : "";
      });
      if (read.facts.length > 0) {
        viewer.merge(read);
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
