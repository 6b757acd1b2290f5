/**
 * Who may look and who may change, and who changed what.
 */
@NullMarked
package monitoring.storage.account;

import org.jspecify.annotations.NullMarked;
