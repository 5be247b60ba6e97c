// Stands in the page of the site itself, for opened from a file a browser runs no other script of it, and on a slow line
// none until the others have come.
{
  const words = document.getElementById('old-browser');
  // Found by app.js when it starts.
  if (words) document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button[id]');
    if (button) words.dataset.early = button.id;
  });
  if (words && location.protocol === 'file:') {
    words.textContent = '这是放在网站上使用的网页，不能双击打开。请改为打开 gouji.html（单个文件，双击即可使用）；或者把这个文件夹放到网站上，从网址打开。';
    words.style.animation = 'none';
    // What cannot be used is not offered.
    for (const dead of document.querySelectorAll('#start, .tools')) dead.remove();
  }
}
