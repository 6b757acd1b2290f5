/**
 * Parts of long lists.
 */
@NullMarked
package monitoring.storage.paging;

import org.jspecify.annotations.NullMarked;
