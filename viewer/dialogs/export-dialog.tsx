import { useSignal } from "@preact/signals";
import { toCitations } from "../export/citations.ts";
import { toGexf } from "../export/gexf.ts";
import { toPng } from "../export/png.ts";
import { saveFile } from "../export/save-file.ts";
import { toTurtle } from "../export/turtle.ts";
import type { Drawing, Viewer } from "../panels/viewer.ts";
import { toDelimited } from "../state/fact-rows.ts";
import { countOf } from "../state/wording.ts";

/** What the file is called: words of the title, no more. */
function fileName(title: string, ending: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `${words || "graph"}.${ending}`;
}

/** Where the picture is from, in one line. */
function creditOf(viewer: Viewer): string {
  const { view } = viewer.index;
  const { facts } = viewer.visible.value;
  const outlets = new Set(view.articles.map((article) => article.outlet).filter((outlet) => outlet !== null));
  return `${countOf(facts.length, "fact")} from ${countOf(view.articles.length, "article")}${outlets.size > 0 ? ` by ${[...outlets].slice(0, 4).join(", ")}${outlets.size > 4 ? " and others" : ""}` : ""}. Dashed and dotted lines are not certain; red ones with a bar are denied.`;
}

interface Format {
  readonly name: string;
  readonly what: string;
  readonly save: (viewer: Viewer) => void | Promise<void>;
}

async function drawingOf(viewer: Viewer): Promise<Drawing> {
  const drawing = await viewer.draw(creditOf(viewer));
  if (drawing === undefined) throw new Error("There is no picture to export; the tables can be exported.");
  return drawing;
}

const saveTable = (viewer: Viewer, ending: string, type: string, text: string): void =>
  saveFile(fileName(viewer.index.view.title, ending), text, type);

const TABLES: readonly Format[] = [
  {
    name: "CSV",
    what: "a row per fact, with its words",
    save: (viewer) =>
      saveTable(viewer, "csv", "text/csv", toDelimited(viewer.index, viewer.visible.value.facts, ",")),
  },
  {
    name: "Turtle",
    what: "RDF, with evidence",
    save: (viewer) =>
      saveTable(viewer, "ttl", "text/turtle", toTurtle(viewer.index, viewer.visible.value.facts)),
  },
  {
    name: "GEXF",
    what: "for Gephi",
    save: (viewer) =>
      saveTable(viewer, "gexf", "application/gexf+xml", toGexf(viewer.index, viewer.visible.value.facts)),
  },
  {
    name: "Citations",
    what: "the articles and sentences it rests on",
    save: (viewer) =>
      saveTable(viewer, "md", "text/markdown", toCitations(viewer.index, viewer.visible.value.facts)),
  },
];

/** Exports of exactly what is shown. */
export function ExportDialog({ viewer, onDone }: { viewer: Viewer; onDone: (message: string) => void }) {
  const scale = useSignal(2);
  const save = async ({ name, save: write }: Format): Promise<void> => {
    try {
      await write(viewer);
      onDone(`${name} saved.`);
    } catch (error) {
      onDone(error instanceof Error ? error.message : String(error));
    }
  };
  const pictures: readonly Format[] = [
    {
      name: "SVG",
      what: "a drawing with live text",
      save: async () =>
        saveFile(fileName(viewer.index.view.title, "svg"), (await drawingOf(viewer)).svg, "image/svg+xml"),
    },
    {
      name: "PNG",
      what: `pixels, ${scale.value} times the size on screen`,
      save: async () => {
        const { svg, width, height } = await drawingOf(viewer);
        saveFile(
          fileName(viewer.index.view.title, "png"),
          await toPng(svg, width, height, scale.value),
          "image/png",
        );
      },
    },
  ];
  const rows = (formats: readonly Format[]) =>
    formats.map((format) => (
      <li key={format.name}>
        <button type="button" onClick={() => save(format)}>
          {format.name}
        </button>
        <span class="quiet">{format.what}</span>
      </li>
    ));
  return (
    <>
      <p class="quiet">Exactly what is shown: {countOf(viewer.visible.value.facts.length, "fact")}.</p>
      <h3>The picture</h3>
      <ul class="formats">{rows(pictures)}</ul>
      <label class="scale">
        Scale of the PNG
        <input
          type="range"
          min={1}
          max={6}
          step={1}
          value={scale.value}
          onInput={(event) => {
            scale.value = Number(event.currentTarget.value);
          }}
        />
        {scale.value}×
      </label>
      <h3>The facts</h3>
      <ul class="formats">{rows(TABLES)}</ul>
    </>
  );
}
