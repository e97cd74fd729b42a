// The live preview's end in the page: it hears which pages are other than before, and shows them where one was looking.
(() => {
  "use strict";
  const island = document.getElementById("journal-preview");
  if (!island) return;
  const here = JSON.parse(island.textContent);

  const reload = () => location.reload();

  const patch = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = next.querySelector("main");
    const old = document.querySelector("main");
    if (!main || !old) return reload();
    document.title = next.title;
    old.replaceWith(main);
  };

  const events = new EventSource("/__journal/events");
  events.addEventListener("hello", (event) => {
    const hello = JSON.parse(event.data);
    if (hello.session !== here.session || hello.build !== here.build) reload();
  });
  events.addEventListener("update", (event) => {
    const { build, pages, moved } = JSON.parse(event.data);
    here.build = build;
    if (moved[here.page]) location.href = "/" + moved[here.page];
    else if (pages.includes(here.page)) patch().catch(reload);
    else if (pages.some((page) => !page.endsWith(".html"))) reload();
  });
})();
