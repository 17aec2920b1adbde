import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
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
  const read = async (): Promise<void> => {
    isReading.value = true;
    status.value = "";
    try {
      const read = await readArticle(viewer.source, text.value, name.value);
      if (read.facts.length === 0) status.value = "No fact was found in this text.";
      else {
        viewer.merge(read);
        return;
      }
    } catch (error) {
      status.value = error instanceof Error ? error.message : String(error);
    }
    isReading.value = false;
  };
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <p class="quiet">
        Paste the text, or drop a .txt, .md or .html file. It is read on this machine; nothing is sent
        anywhere else
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
