// Why the core leaves something out, in the words of this page: one row per reason that the core can give.

/** @typedef {{ name: string, why: string }} Reason */

/** @type {Record<string, Reason>} */
export const REASONS = {
  "css-in-js": { name: "Styling machinery", why: "Wrappers and style sheets that a script framework leaves in the page; they carry no text to read." },
  "ad-slot": { name: "Advertising", why: "Slots that an ad server fills, and sponsored boxes." },
  "paywall": { name: "Paywall prompts", why: "Requests to subscribe or pay before reading on." },
  "donation": { name: "Donation requests", why: "Boxes that ask for support, set between the paragraphs." },
  "registration": { name: "Sign-in and sign-up prompts", why: "Invitations to make an account or log in." },
  "newsletter": { name: "Newsletter boxes", why: "Forms that ask for an e-mail address." },
  "notification": { name: "Notification prompts", why: "Requests to send push messages or alerts." },
  "consent": { name: "Cookie and consent notices", why: "Banners about tracking, which belong to the visit and not to the text." },
  "share-bar": { name: "Sharing buttons", why: "Rows of links to social networks, print and copy." },
  "app-banner": { name: "App banners", why: "Suggestions to install or open an app instead." },
  "gallery-label": { name: "Gallery and player labels", why: "Words that only make sense as controls, such as “View image in full screen”." },
  "comments": { name: "Comments", why: "What readers wrote below; it is not the author’s text." },
  "related": { name: "Links to other articles", why: "Teasers, “read more” lists and recommendations." },
  "navigation": { name: "Navigation", why: "Menus, breadcrumbs, topic bars, headers and footers." },
  "author-box": { name: "Author boxes", why: "Portraits and short lives; the author’s name is kept as the byline." },
  "metadata": { name: "Shown elsewhere", why: "Title, byline and dates stand at the head of the article, so they are not repeated in its text." },
  "hidden": { name: "Hidden on the page", why: "Parts that the page itself does not show." },
  "unsafe": { name: "Active content", why: "Scripts, frames, forms and other elements that can act; text alone is let through." },
  "tracker": { name: "Trackers", why: "Invisible images and beacons that report who reads." },
  "copyright": { name: "Legal lines", why: "Copyright and licence notices of the site." },
  "widget": { name: "Widgets", why: "Embedded tools such as polls, tickers and players without text." },
  "repeated": { name: "Second copies", why: "The same text once more, kept in the page for another width of window." },
  "chosen": { name: "Removed by you", why: "What the reader does not want." },
  "boilerplate": { name: "Page furniture", why: "Text that the model takes for the site’s frame and not for the article." },
};

/**
 * @param {string} reason
 * @returns {Reason}
 */
export const explain = (reason) => REASONS[reason] ?? { name: reason.replaceAll("-", " "), why: "" };
