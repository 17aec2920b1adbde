import { DatelineViewer } from "./start/viewer-element.tsx";

customElements.define("dateline-viewer", DatelineViewer);
