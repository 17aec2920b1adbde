import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { askAbilities, readArticles, type ServerAbilities } from "../data/read-article.ts";
import { MAX_CHARACTERS, tellFailures } from "../data/read-each.ts";
import type { Viewer } from "../panels/viewer.ts";

const NOT_KEPT =
  "It is shown on this page only, and gone once it is reloaded; `dateline view --writable` keeps what is read.";

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
    const { view, failures } = await readArticles(viewer.source, files, (fileName, fileText) => {
      status.value = files.length > 1 ? `Reading ${fileName} …` : "";
      if (fileName !== files[0]?.name) return;
      text.value = fileText;
      name.value = fileName;
    });
    const failed = tellFailures(failures, files.length);
    if (view !== undefined && view.facts.length > 0) {
      const { canWrite } = abilities.value ?? (await askAbilities(viewer.source));
      await viewer.merge(view, `${failed} ${canWrite ? "" : NOT_KEPT}`.trim());
      return;
    }
    isReading.value = false;
    const where = files.length === 1 ? "this text" : failed === "" ? "these files" : "the others";
    status.value = view === undefined ? failed : `${failed} No fact was found in ${where}.`.trim();
  };
  const { dropped } = viewer;
  useEffect(() => {
    const files = dropped.value;
    if (files.length === 0) return;
    dropped.value = [];
    void read(files);
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
