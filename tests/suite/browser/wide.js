// What makes the page wider than the window, if it is: the innermost elements that stick out.
() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= innerWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > room + 0.5);
  return out
    .filter((one) => ![...one.children].some((child) => out.includes(child)))
    .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 60)}`);
}
