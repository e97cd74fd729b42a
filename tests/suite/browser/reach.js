// What a keyboard has to reach in the page as it is now; kept in `window.reach` to be crossed off.
() => {
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], [tabindex='0']";
  window.reach = new Set(
    [...document.querySelectorAll(all)].filter((one) => !one.disabled && one.checkVisibility({ visibilityProperty: true })),
  );
  return window.reach.size;
}
