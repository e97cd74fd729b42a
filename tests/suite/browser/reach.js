// What a keyboard has to reach in the page as it is now; kept in `window.reach` to be crossed off.
() => {
  const all = document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, :is(audio, video)[controls], [tabindex='0']",
  );
  const shown = (one) => !one.disabled && one.checkVisibility({ visibilityProperty: true });
  window.reach = new Set([...all].filter(shown));
  return window.reach.size;
}
