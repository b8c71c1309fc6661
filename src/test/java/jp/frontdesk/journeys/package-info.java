/// Whole ways of a sheet over real HTTP, real PostgreSQL, real Tesseract, and in a real browser.
@NullMarked
package jp.frontdesk.journeys;

import org.jspecify.annotations.NullMarked;
