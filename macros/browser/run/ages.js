/** How long ago a record was made, from the date that the page has. */
const DAY = 86_400_000;
const UNITS = [["year", 365], ["month", 30], ["day", 1]];

export const age = (time) => {
  const days = Math.round((Date.now() - Date.parse(time.textContent)) / DAY - 0.5);
  if (Number.isNaN(days) || time.title) return;
  const [unit, length] = UNITS.find(([, length]) => Math.abs(days) >= length) ?? ["day", 1];
  time.title = time.dateTime = time.textContent;
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang || "ko", { numeric: "auto" });
  time.textContent = words.format(-Math.trunc(days / length), unit);
};
