// `/` goes to the search from any page.
{
  const { search } = document.currentScript.dataset;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,textarea,select")) return;
    event.preventDefault();
    const field = document.getElementById("j-q");
    field ? field.select() : (location.href = search);
  });
}
