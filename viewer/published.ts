import "./style/page.css";
import "./style/viewer.css";
import "./main.tsx";
