// The live preview's end in the page: it hears which pages are other than before, and shows them where one was looking.
(() => {
  "use strict";
  const island = document.getElementById("journal-preview");
  if (!island) return;
  const here = JSON.parse(island.textContent);

  const reload = () => location.reload();

  const styles = (page) => [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href")).join();

  const patch = async () => {
    const answer = await fetch(location.href);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = next.querySelector("main");
    const old = document.querySelector("main");
    if (!main || !old || styles(next) !== styles(document)) return reload();
    document.title = next.title;
    old.replaceWith(main);
  };

  const shows = (file) => {
    const path = new URL(file.split("/").map(encodeURIComponent).join("/"), location.origin + "/").pathname;
    const parts = [...document.querySelectorAll("[src], link[href]")];
    return parts.some((part) => new URL(part.src || part.href, location.href).pathname === path);
  };

  const events = new EventSource("/__journal/events");
  events.addEventListener("hello", (event) => {
    const { session, build } = JSON.parse(event.data);
    if (session !== here.session || build !== here.build) reload();
  });
  events.addEventListener("update", (event) => {
    const { build, pages, moved } = JSON.parse(event.data);
    here.build = build;
    if (moved[here.page]) location.href = "/" + moved[here.page].split("/").map(encodeURIComponent).join("/");
    else if (here.page === "" || pages.some(shows)) reload();
    else if (pages.includes(here.page)) patch().catch(reload);
  });
})();
