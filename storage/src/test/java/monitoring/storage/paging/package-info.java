/**
 * What a page refuses to be.
 */
@NullMarked
package monitoring.storage.paging;

import org.jspecify.annotations.NullMarked;
