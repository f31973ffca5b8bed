/**
 * What every page loads: the elements of notes, and the box of the search. What few readers need is a file beside this
 * one, as are the workers; each of them has its name from MADE of tests/vendor/scripts.py.
 */
import "./kb-anchor.js";
import "./kb-comments.js";
import "./kb-compare.js";
import "./kb-diagram.js";
import "./kb-find.js";
import "./kb-focus.js";
import "./kb-keys.js";
import "./kb-lang.js";
import "./kb-large.js";
import "./kb-marks.js";
import "./kb-math.js";
import "./kb-mend.js";
import "./kb-nav.js";
import "./kb-path.js";
import "./kb-popover.js";
import "./kb-run.js";
import "./kb-search.js";
import "./kb-visits.js";
