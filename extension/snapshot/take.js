/** Takes the snapshot: the value of the last statement is what `scripting.executeScript` hands back. */
"use strict";
globalThis.clearleaf.snapshot();
