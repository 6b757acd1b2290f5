/**
 * The Diego rep of each cell: what runs there, also as PaaS-TA's patched rep tells it.
 */
@NullMarked
package monitoring.foundation.rep;

import org.jspecify.annotations.NullMarked;
