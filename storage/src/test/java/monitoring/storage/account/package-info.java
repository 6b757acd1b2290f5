/**
 * What an account never shows.
 */
@NullMarked
package monitoring.storage.account;

import org.jspecify.annotations.NullMarked;
