import { spawn } from "node:child_process";

/**
 * Shows a page in the user's browser. Where there is none, or no screen, nothing happens: the address is printed anyway.
 */
export function openBrowser(
  url: string,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const command = browserCommand(url, platform, environment);
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

function browserCommand(
  url: string,
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | undefined {
  if (platform === "darwin") return ["open", url];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", url];
  const hasScreen = (environment["DISPLAY"] ?? environment["WAYLAND_DISPLAY"] ?? "") !== "";
  return hasScreen ? ["xdg-open", url] : undefined;
}
