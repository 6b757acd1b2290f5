/**
 * What a VM and an app refuse to be.
 */
@NullMarked
package monitoring.storage.inventory;

import org.jspecify.annotations.NullMarked;
