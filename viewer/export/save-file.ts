/** Hands a file to the person, as the browser saves downloads. */
export function saveFile(name: string, content: string | Blob, mediaType: string): void {
  const blob = typeof content === "string" ? new Blob([content], { type: mediaType }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
