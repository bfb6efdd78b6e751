// A browser that keeps no cookies is told so before somebody fills in the form.
document.querySelector("#no_cookies").hidden = navigator.cookieEnabled;
