/** The page that says what becomes of what is read: nothing. */
import { settingsFor } from "../settings/store.js";
import { translate, wear } from "./page.js";

translate();
wear((await settingsFor(null)).values);
