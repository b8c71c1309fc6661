/// Front Desk 窓口: one sheet's way from the kiosk to the resident registry.
@NullMarked
package jp.frontdesk;

import org.jspecify.annotations.NullMarked;
